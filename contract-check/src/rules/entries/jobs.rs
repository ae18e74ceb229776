//! Jobs and their states.

super::super::rules! { Jobs;
    JOB_ADDED = "job-added" {
        title: "a job was added",
        what: "There is a new job.",
        why: "It breaks nobody, and is a new promise.",
        before: "(nothing)",
        after: "#[job(id = \"export\", ..)]",
        words: ["export", "", "", ""],
        change: "the job `{it}` was added",
        nobody: "There is more to start.",
        fix: "Nothing, if the new promise is meant: `cargo contract-check accept` records it.",
        promise: true,
        reference: "Google AIP-151",
    }
    JOB_REMOVED = "job-removed" {
        title: "a job was removed",
        what: "A job is gone.",
        why: "Consumers start it, wait for it and read its result.",
        before: "#[job(id = \"export\", ..)]",
        after: "(nothing)",
        words: ["export", "", "", ""],
        change: "the job `{it}` was removed",
        general: "Consumers wait for results that no longer come.",
        story: "a client that waits for a running `{it}` waits for ever",
        fix: "Keep it until its last result is past its retention.",
        promise: true,
        reference: "Google AIP-151",
    }
    JOB_STATE_ADDED = "job-state-added" {
        title: "a job has one more state",
        what: "A job may be in a state that it could not be in before.",
        why: "Consumers that poll until they see one of the final states that they know wait for ever when a job ends in a new one. A field that says that it has ended, whatever the state, saves them.",
        before: "enum ExportState { Running, Done }",
        after: "enum ExportState { Running, Done, Expired }",
        words: ["Expired", "export", "", ""],
        change: "the state `{it}` was added to `{within}`",
        general: "It is final, and nothing but a list of names tells consumers that the job has ended.",
        nobody: "A job passes through it, or its done flag tells that it has ended.",
        story: "a client that asks about `{within}` until it sees a final state that it knows asks for ever, because the job ended in `{it}`",
        fix: "Declare a `done_flag` first and let consumers move to it, or end in a state that they know.",
        promise: true,
        reference: "Google AIP-216; AIP-151, `done`",
    }
    JOB_STATE_REMOVED = "job-state-removed" {
        title: "a job has one state less",
        what: "A job is no longer in a state that it could be in.",
        why: "It breaks nobody: consumers keep a case that is never met.",
        before: "enum ExportState { Running, Paused, Done }",
        after: "enum ExportState { Running, Done }",
        words: ["Paused", "export", "", ""],
        change: "the state `{it}` was removed from `{within}`",
        nobody: "Consumers keep a case that is never met.",
        fix: "Nothing, if jobs are never in it. If it has another name now, it was added under that name.",
        reference: "Google AIP-216",
    }
}
