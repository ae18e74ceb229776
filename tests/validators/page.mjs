// Opens a page in a headless browser, dark and light: no errors, a search that filters, links that
// lead somewhere, pictures to look at. Usage: page.mjs PAGE FOLDER WORD
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [file, folder, word] = process.argv.slice(2);
const problems = [];
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  // The page is our own; a sandbox needs more rights than containers give.
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const scheme of ['light', 'dark']) {
  const problem = (what) => problems.push(`${scheme}: ${what}`);
  const page = await browser.newPage();
  page.on('console', (message) => problem(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problem(error));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) problem(`loads ${request.url()}`);
  });
  const shown = () =>
    page.$$eval('.entry', (all) => all.filter((entry) => entry.checkVisibility()).length);
  const picture = (name) => page.screenshot({ path: `${folder}/${scheme}-${name}.png` });
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

  await page.setViewport({ width: 1100, height: 1400 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(pathToFileURL(resolve(file)).href);
  await picture('page');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = ground.match(/\d+/g).slice(0, 3).every((part) => Number(part) < 64);
  if (dark !== (scheme === 'dark')) problem(`the ground is ${ground}`);

  const all = await shown();
  await page.keyboard.press('/');
  await page.keyboard.type(word);
  const found = await shown();
  if (found === 0 || found >= all) problem(`'${word}' shows ${found} of ${all} entries`);
  await picture('search');
  await page.keyboard.press('Escape');
  if ((await shown()) !== all) problem('Escape does not show everything again');

  const dead = await page.$$eval('a[href^="#"]', (links) =>
    links
      .map((link) => decodeURIComponent(link.hash.slice(1)))
      .filter((id) => !document.getElementById(id)),
  );
  if (dead.length) problem(`links lead nowhere: ${dead}`);
  if (await tooWide()) problem('wider than the window');
  await page.setViewport({ width: 390, height: 800 });
  if (await tooWide()) problem('wider than a phone');
  await picture('phone');
  console.log(`${scheme}: ${all} entries, '${word}' finds ${found}`);
}
await browser.close();
problems.forEach((one) => console.error(one));
process.exit(problems.length ? 1 : 0);
