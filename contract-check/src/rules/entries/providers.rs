//! Providers, their variables and their doubles.

super::super::rules! { Providers;
    PROVIDER_ADDED = "provider-added" {
        title: "a provider was added",
        what: "There is one more provider.",
        why: "Its variables are judged by themselves.",
        before: "(nothing)",
        after: "#[derive(ContractConfig)]\n#[contract(provider = \"bank\", mode_variable = \"BANK_MODE\")]\nstruct Bank { .. }",
        words: ["bank", "", "", ""],
        change: "the provider `{it}` was added",
        nobody: "There is more to configure.",
        fix: "Tell whoever deploys which variables it reads.",
        promise: true,
        reference: "The Twelve-Factor App, config",
    }
    PROVIDER_REMOVED = "provider-removed" {
        title: "a provider was removed",
        what: "A provider is gone.",
        why: "It breaks nobody: deployments set variables that nobody reads.",
        before: "#[derive(ContractConfig)]\n#[contract(provider = \"bank\", mode_variable = \"BANK_MODE\")]\nstruct Bank { .. }",
        after: "(nothing)",
        words: ["bank", "", "", ""],
        change: "the provider `{it}` was removed",
        nobody: "Deployments set variables that nobody reads.",
        fix: "Tell whoever deploys that its variables may go.",
        reference: "The Twelve-Factor App, config",
    }
    VARIABLE_ADDED = "variable-added" {
        title: "a provider reads one more variable",
        what: "A provider reads a variable that it did not read before.",
        why: "Where it is asked for, a deployment that does not set it is blocked.",
        before: "(nothing)",
        after: "#[contract(env = \"BANK_KEY\", secret, required_in(live))]\nkey: Secret",
        words: ["BANK_KEY", "bank", "", ""],
        change: "`{within}` now reads `{it}`",
        general: "Deployments that do not set it no longer start.",
        nobody: "Deployments run without it.",
        story: "a deployment that set everything that `{within}` asked for does not start after the upgrade, because `{it}` is missing",
        fix: "Give it a default, or ask for it in no mode that runs today.",
        promise: true,
        reference: "The Twelve-Factor App, config",
    }
    VARIABLE_REMOVED = "variable-removed" {
        title: "a provider reads one variable less",
        what: "A provider no longer reads a variable.",
        why: "It breaks nobody: deployments set a variable that nobody reads.",
        before: "#[contract(env = \"BANK_KEY\", secret, required_in(live))]\nkey: Secret",
        after: "(nothing)",
        words: ["BANK_KEY", "bank", "", ""],
        change: "`{within}` no longer reads `{it}`",
        nobody: "Deployments set a variable that nobody reads.",
        fix: "Tell whoever deploys that it may go.",
        reference: "The Twelve-Factor App, config",
    }
    DIFFERENCE_ADDED = "difference-added" {
        title: "a double differs in one more way",
        what: "The deterministic double differs from the live thing in a way that was not named.",
        why: "It breaks nobody. What the double shows says less about the live thing.",
        before: "struct Bank { .. }",
        after: "#[contract(provider = \"bank\", differs_from_live(\"never declines\", id = declines))]\nstruct Bank { .. }",
        words: ["declines", "bank", "", ""],
        change: "the double of `{within}` is now said to differ in `{it}`",
        nobody: "Proofs with the double cover less.",
        fix: "Ask whether what the double proves is still proven.",
        reference: "test doubles must be no more generous than the live thing",
    }
    DIFFERENCE_REMOVED = "difference-removed" {
        title: "a double differs in one way less",
        what: "The deterministic double no longer differs from the live thing in a way that was named.",
        why: "It breaks nobody.",
        before: "#[contract(provider = \"bank\", differs_from_live(\"never declines\", id = declines))]\nstruct Bank { .. }",
        after: "struct Bank { .. }",
        words: ["declines", "bank", "", ""],
        change: "the double of `{within}` is no longer said to differ in `{it}`",
        nobody: "Proofs with the double cover more.",
        fix: "Nothing: `cargo contract-check accept` records it.",
        reference: "test doubles must be no more generous than the live thing",
    }
}
