//! What judging large documents costs, reading included.
//!
//! `cargo bench -p contract-check --bench documents`; `examples/speed.rs` holds the whole command
//! against the aims.

use contract_check::content::Content;
use contract_check::diff::{documents, openapi, schemas};
use contract_check::finding::Role;
use contract_check::verdict::Verdict;

mod large;

fn main() {
    divan::main();
}

/// Reads two texts and judges them.
fn judge(old: &str, new: &str) -> Verdict {
    let read = |text| Content::read(text).expect("a document");
    match (read(old), read(new)) {
        (Content::Contract(old), Content::Contract(new)) => {
            Verdict::new(documents::compare(&old, &new))
        }
        (Content::OpenApi(old), Content::OpenApi(new)) => {
            openapi::judge(&old, &new, &openapi::Options::default()).expect("schemas")
        }
        (Content::Schema(old), Content::Schema(new)) => {
            let options = schemas::Options {
                roles: vec![Role::Request, Role::Response],
                ..schemas::Options::default()
            };
            Verdict::new(schemas::compare(&old, &new, &options))
        }
        _ => unreachable!("both sides are of one kind"),
    }
}

fn bench(bencher: divan::Bencher<'_, '_>, old: &str, new: &str) {
    bencher.bench_local(|| assert_eq!(judge(old, new).findings.is_empty(), old == new));
}

#[divan::bench(args = [250, 500, 1_000], max_time = 3)]
fn openapi_changed(bencher: divan::Bencher<'_, '_>, schemas: usize) {
    bench(bencher, &large::openapi(schemas, false), &large::openapi(schemas, true));
}

#[divan::bench(args = [250, 500, 1_000], max_time = 3)]
fn openapi_unchanged(bencher: divan::Bencher<'_, '_>, schemas: usize) {
    bench(bencher, &large::openapi(schemas, false), &large::openapi(schemas, false));
}

#[divan::bench(args = [2_500, 5_000, 10_000], max_time = 3)]
fn contract_changed(bencher: divan::Bencher<'_, '_>, types: usize) {
    bench(bencher, &large::contract(types, 0), &large::contract(types, 4));
}

#[divan::bench(args = [100, 200, 400], max_time = 3)]
fn flattened_changed(bencher: divan::Bencher<'_, '_>, types: usize) {
    bench(bencher, &large::flattened(types, 0), &large::flattened(types, 4));
}

#[divan::bench(args = [2_500, 5_000, 10_000], max_time = 3)]
fn contract_unchanged(bencher: divan::Bencher<'_, '_>, types: usize) {
    bench(bencher, &large::contract(types, 0), &large::contract(types, 0));
}

#[divan::bench(args = [2_500, 5_000, 10_000], max_time = 3)]
fn schema_changed(bencher: divan::Bencher<'_, '_>, types: usize) {
    bench(bencher, &large::schema(types, 0), &large::schema(types, 4));
}

#[divan::bench(args = [2_500, 5_000, 10_000], max_time = 3)]
fn schema_unchanged(bencher: divan::Bencher<'_, '_>, types: usize) {
    bench(bencher, &large::schema(types, 0), &large::schema(types, 0));
}

#[divan::bench(args = [50, 100, 200], max_time = 3)]
fn untagged_union(bencher: divan::Bencher<'_, '_>, variants: usize) {
    bench(bencher, &large::union(variants, false), &large::union(variants, true));
}

#[divan::bench(args = [250, 500, 1_000], max_time = 3)]
fn enumeration(bencher: divan::Bencher<'_, '_>, values: usize) {
    bench(bencher, &large::values(values, false), &large::values(values, true));
}

#[divan::bench(args = [15, 30, 60], max_time = 3)]
fn inheritance(bencher: divan::Bencher<'_, '_>, depth: usize) {
    bench(bencher, &large::inheritance(depth, false), &large::inheritance(depth, true));
}
