// Opens a site in a headless browser, dark and light: no errors, nothing loaded, a search that
// filters, links that lead somewhere, pictures to look at. Usage: page.mjs SITE FOLDER
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const [site, folder] = process.argv.slice(2);
const index = pathToFileURL(resolve(site, 'index.html')).href;
const problems = [];
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  // The pages are our own; a sandbox needs more rights than containers give.
  args: ['--no-sandbox', '--disable-gpu'],
});

const ids = new Map();
const linked = new Set();
let words = 0;

async function visit(address, scheme) {
  const of = basename(dirname(fileURLToPath(address)));
  const name = address === index ? 'index' : of;
  const problem = (what) => problems.push(`${name}, ${scheme}: ${what}`);
  const page = await browser.newPage();
  page.on('console', (message) => problem(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problem(error));
  page.on('request', (request) => {
    if (request.url() !== address) problem(`loads ${request.url()}`);
  });
  const shown = () =>
    page.$$eval('.entry', (all) => all.filter((entry) => entry.checkVisibility()).length);
  const picture = (what) => page.screenshot({ path: `${folder}/${name}-${scheme}-${what}.png` });
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

  await page.setViewport({ width: 1100, height: 1400 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(address);
  await picture('page');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = ground.match(/\d+/g).slice(0, 3).every((part) => Number(part) < 64);
  if (dark !== (scheme === 'dark')) problem(`the ground is ${ground}`);

  // The last name on the page, wherever that is.
  const word = await page.$$eval('.entry .name', (all) => all.at(-1)?.textContent);
  const all = await shown();
  if (word && all > 1) {
    await page.keyboard.press('/');
    await page.keyboard.type(word);
    const found = await shown();
    if (found === 0 || found >= all) problem(`'${word}' shows ${found} of ${all} entries`);
    await picture('search');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('no such thing');
    if ((await shown()) !== 0) problem('what is nowhere is found');
    await page.keyboard.press('Escape');
    if ((await shown()) !== all) problem('Escape does not show everything again');
    words += 1;
  }
  ids.set(address, new Set(await page.$$eval('[id]', (all) => all.map((one) => one.id))));
  for (const link of await page.$$eval('a', (links) => links.map((link) => link.href))) {
    linked.add(link);
  }
  if (await tooWide()) problem('wider than the window');
  await page.setViewport({ width: 390, height: 800 });
  if (await tooWide()) problem('wider than a phone');
  await picture('phone');
  await page.close();
  return all;
}

const counts = { light: 0, dark: 0 };
for (const scheme of ['light', 'dark']) {
  const pages = [index];
  for (const address of pages) {
    counts[scheme] += await visit(address, scheme);
    for (const link of linked) {
      const page = link.split('#')[0];
      if (page.endsWith('.html') && !pages.includes(page)) pages.push(page);
    }
  }
}
await browser.close();

for (const link of linked) {
  const [address, fragment] = link.split('#');
  if (!address.startsWith('file:') || !existsSync(fileURLToPath(address))) {
    problems.push(`a link leads nowhere: ${link}`);
  } else if (fragment && !ids.get(address)?.has(decodeURIComponent(fragment))) {
    problems.push(`a link leads to nothing: ${link}`);
  }
}
if (words === 0) problems.push('nothing was searched');
console.log(`${ids.size} pages, ${counts.light} entries, ${linked.size} links`);
problems.forEach((one) => console.error(one));
process.exit(problems.length ? 1 : 0);
