//! Starting the program, and small services to start it on.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// What the program did.
pub(crate) struct Done {
    /// Exit code.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Done {
    /// The output as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }

    /// The same, when it went well and had nothing to say.
    pub(crate) fn fine(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{}", self.out);
        self
    }
}

/// The program with these words, not started.
pub(crate) fn command(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pathloom"));
    command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program to its end.
pub(crate) fn pathloom(words: &[&str]) -> Done {
    let output = command(words).output().expect("the program starts");
    Done {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("the output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("the messages are UTF-8"),
    }
}

/// Runs the program with something on standard input.
pub(crate) fn pathloom_reading(input: &[u8], words: &[&str]) -> Done {
    let mut child = command(words).stdin(Stdio::piped()).spawn().expect("the program starts");
    // The program may refuse before it has read everything.
    let _ = child.stdin.take().expect("the input is piped").write_all(input);
    let output = child.wait_with_output().expect("the program ends");
    Done {
        code: output.status.code(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// A folder of its own, with a file in it.
pub(crate) struct Folder {
    folder: TempDir,
    file: PathBuf,
}

impl Folder {
    /// A folder with this text in `clinic.pathloom.json`.
    pub(crate) fn with(text: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().expect("a folder for temporary files");
        let file = folder.path().join("clinic.pathloom.json");
        std::fs::write(&file, text).expect("the file is written");
        Self { folder, file }
    }

    /// A folder with this document.
    pub(crate) fn of(document: &Value) -> Self {
        Self::with(text(document))
    }

    /// The file, as typed.
    pub(crate) fn file(&self) -> &str {
        self.file.to_str().expect("the path is text")
    }

    /// A place in the folder, as typed.
    pub(crate) fn place(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().expect("the path is text").to_owned()
    }

    /// The names of the files in a folder inside this one, in order.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path().join(folder)).expect("the folder is there");
        let mut names: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The text of a file inside this folder.
    pub(crate) fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(name)).expect("the file is there")
    }
}

/// A document as text, a line for each value; `kind` comes first in its object, as the format wants it.
pub(crate) fn text(document: &Value) -> String {
    match document {
        Value::Object(fields) => {
            let (kind, others): (Vec<_>, Vec<_>) = fields.iter().partition(|(name, _)| *name == "kind");
            let fields = kind.into_iter().chain(others);
            let lines: Vec<String> =
                fields.map(|(name, value)| format!("\"{name}\": {}", text(value))).collect();
            format!("{{\n{}\n}}", lines.join(",\n"))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(text).collect::<Vec<_>>().join(",\n")),
        other => other.to_string(),
    }
}

/// A clinic with two options and a target, over 26 weeks; quick to simulate.
pub(crate) fn clinic() -> Value {
    let mut clinic: Value =
        serde_json::from_str(pathloom_service::samples::SMALL).expect("the sample is JSON");
    clinic["horizonWeeks"] = json!(26);
    clinic["targets"] = json!([{
        "id": "short-list", "name": "A short list", "measure": {"kind": "waitingList"}, "threshold": 60, "byWeek": 26
    }]);
    clinic
}

/// The same clinic, so busy that a run takes minutes.
pub(crate) fn busy_clinic() -> Value {
    let mut clinic = clinic();
    clinic["designs"][0]["steps"][0]["work"]["perWeek"] = json!(20_000);
    for mix in 0..2 {
        clinic["mixes"][mix]["posts"][0]["wte"] = json!(900);
    }
    clinic
}
