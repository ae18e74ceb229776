//! The loaders of `derive(ContractConfig)` fail closed: in every mode, for everything that can be
//! wrong with a variable, and without a word of what is in it.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use contract_core::{Blocked, ContractConfig, Mode, Reason, Secret};

/// A bank.
#[derive(Debug, ContractConfig)]
#[config(provider = "bank", mode_var = "BANK_MODE", differs_from_live("never declines", id = declines))]
struct Bank {
    #[config(mode)]
    mode: Mode,
    /// Who pays.
    #[config(env = "BANK_ACCOUNT", required_in(deterministic, sandbox, live))]
    account: u32,
    #[config(env = "BANK_ADDRESS", required_in(sandbox, live), help = "the console")]
    address: Option<SocketAddr>,
    #[config(env = "BANK_KEY", secret, required_in(live), help = "the vault")]
    key: Option<Secret>,
    #[config(env = "BANK_PIN", secret, required_in(live), help = "the vault")]
    pin: Option<Secret<u16>>,
}

const WHOLE: [(&str, &str); 4] = [
    ("BANK_ACCOUNT", "7"),
    ("BANK_ADDRESS", "127.0.0.1:1"),
    ("BANK_KEY", "hunter2"),
    ("BANK_PIN", "4711"),
];

fn load(variables: &BTreeMap<&str, &str>) -> Result<Bank, Blocked> {
    Bank::load_from(|name| variables.get(name).map(|value| (*value).to_owned()))
}

/// What a load says about each variable that is in its way.
fn blocked(variables: &BTreeMap<&str, &str>) -> Vec<(&'static str, Reason)> {
    match load(variables) {
        Ok(bank) => {
            // What loads has everything that its mode needs.
            assert_eq!(bank.account, 7);
            assert!(bank.mode == Mode::Deterministic || bank.address.is_some());
            assert!(bank.mode != Mode::Live || bank.key.is_some() && bank.pin.is_some());
            Vec::new()
        }
        Err(blocked) => blocked.variables().iter().map(|it| (it.name, it.reason)).collect(),
    }
}

fn whole(mode: &'static str) -> BTreeMap<&'static str, &'static str> {
    WHOLE.into_iter().chain([("BANK_MODE", mode)]).collect()
}

#[test]
fn whatever_a_mode_needs_blocks_it() {
    let needs = |mode: &str, name: &str| match name {
        "BANK_ACCOUNT" => true,
        "BANK_ADDRESS" => mode != "deterministic",
        _ => mode == "live",
    };
    let mut checked = 0;
    for mode in ["deterministic", "sandbox", "live"] {
        assert_eq!(blocked(&whole(mode)), [], "{mode}");
        for (name, _) in WHOLE {
            for (value, reason) in
                [(None, Reason::Missing), (Some(""), Reason::Blank), (Some(" \n"), Reason::Blank)]
            {
                let mut variables = whole(mode);
                variables.remove(name);
                variables.extend(value.map(|value| (name, value)));
                let expected = needs(mode, name).then_some((name, reason));
                assert_eq!(
                    blocked(&variables),
                    Vec::from_iter(expected),
                    "{mode} {name} {value:?}"
                );
                checked += 1;
            }
            // What is there and cannot be read is wrong even where nothing needs it: whoever set
            // it meant something.
            if name != "BANK_KEY" {
                let mut variables = whole(mode);
                variables.insert(name, "#");
                assert_eq!(blocked(&variables), [(name, Reason::Invalid)], "{mode} {name}");
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 3 * (4 * 3 + 3));
}

#[test]
fn there_is_no_mode_by_default() {
    for (mode, reason) in [
        (None, Reason::Missing),
        (Some(""), Reason::Blank),
        (Some("Live"), Reason::Invalid),
        (Some("prod"), Reason::Invalid),
        (Some(" live"), Reason::Invalid),
    ] {
        let mut variables = whole("live");
        variables.remove("BANK_MODE");
        variables.extend(mode.map(|mode| ("BANK_MODE", mode)));
        assert_eq!(blocked(&variables), [("BANK_MODE", reason)], "{mode:?}");
    }
    // Nothing is known of the mode: only what every mode needs is asked for beside it.
    let nothing = load(&BTreeMap::new()).unwrap_err();
    assert_eq!(nothing.mode(), None);
    assert_eq!(
        nothing.to_string(),
        "provider `bank` is blocked: `BANK_MODE` is not set (it takes one of deterministic, \
         sandbox, live); `BANK_ACCOUNT` is not set (Who pays.)"
    );
}

/// A provider that has no double.
#[derive(Debug, ContractConfig)]
#[config(provider = "mail", mode_var = "MAIL_MODE", modes(live))]
struct Mail {
    #[config(mode)]
    mode: Mode,
    #[config(env = "MAIL_KEY", secret, required_in(live), help = "the vault")]
    key: Secret,
}

#[test]
fn a_mode_that_a_provider_has_not_is_no_mode() {
    for mode in ["deterministic", "sandbox"] {
        let set = |name: &str| Some(if name == "MAIL_MODE" { mode } else { "k" }.to_owned());
        let blocked = Mail::load_from(set).unwrap_err();
        assert_eq!(
            blocked.to_string(),
            "provider `mail` is blocked: `MAIL_MODE` has a value that it does not take (it takes live)"
        );
    }
    let mail = Mail::load_from(|name| Some(if name == "MAIL_MODE" { "live" } else { "k" }.into()));
    let mail = mail.unwrap();
    assert_eq!((mail.mode, mail.key.expose().as_str()), (Mode::Live, "k"));
}

#[test]
fn what_is_secret_is_shown_nowhere() {
    let live = whole("live");
    let mut wrong_pin = live.clone();
    wrong_pin.insert("BANK_PIN", "4711hunter2");
    let mut no_account = live.clone();
    no_account.remove("BANK_ACCOUNT");
    for variables in [live, wrong_pin, no_account] {
        let loaded = load(&variables);
        let mut shown = format!("{loaded:?} {loaded:#?}");
        if let Err(blocked) = &loaded {
            shown.push_str(&format!("{blocked} {} ", blocked.problem().to_json()));
        }
        for secret in ["hunter2", "4711"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
}
