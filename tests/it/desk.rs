//! A desk to work at: a folder of its own, the program run in it, and what it answered.

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// Two articles, one a line. The second has no headline, byline or URL.
pub(crate) const NEWS: &str = concat!(
    r#"{"id":"bridge","title":"Harbour bridge to close for a year","text":"The harbour bridge will close in May, the city council decided on Tuesday.\n\n“Nobody wanted this, but the steel is tired,” Mayor Ruth Okafor said. Shopkeepers fear for their trade.","date":"2026-03-04","publisher":"The Portbury Post","author":"Ada Lane","url":"https://post.example/bridge"}"#,
    "\n",
    r#"{"id":"ferry","text":"A ferry will cross the harbour every ten minutes while the bridge is closed.","date":"2026-03-05"}"#,
    "\n"
);

/// A folder and the program.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Self {
            folder: TempDir::new().expect("a folder for the test"),
        }
    }

    /// A folder with [`NEWS`] in `news.jsonl` and in an index.
    pub(crate) fn with_index() -> Self {
        let desk = Self::new();
        desk.write("news.jsonl", NEWS);
        desk.run(["ingest", "news.jsonl"]).ends(0);
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).expect("a folder in the test's folder");
        }
        std::fs::write(path, content).expect("a file in the test's folder");
    }

    /// The program with `arguments`, in this folder and an environment that says nothing.
    pub(crate) fn command<const N: usize>(&self, arguments: [&str; N]) -> Command {
        let mut command = Command::cargo_bin("onrecord").expect("the program is built");
        command
            .current_dir(self.folder.path())
            .env_clear()
            .args(arguments);
        command
    }

    #[track_caller]
    pub(crate) fn run<const N: usize>(&self, arguments: [&str; N]) -> Run {
        Run::of(&mut self.command(arguments))
    }
}

/// What a run answered.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    #[track_caller]
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the program runs");
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Self {
            status: output.status.code().unwrap_or(-1),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// Holds the exit status to be `status`.
    #[track_caller]
    pub(crate) fn ends(self, status: i32) -> Self {
        assert_eq!(
            self.status, status,
            "\n-- out\n{}\n-- err\n{}",
            self.out, self.err
        );
        self
    }

    /// Holds standard error to contain each of `words`.
    #[track_caller]
    pub(crate) fn says<const N: usize>(self, words: [&str; N]) -> Self {
        for words in words {
            assert!(self.err.contains(words), "no {words:?} in\n{}", self.err);
        }
        self
    }

    /// Holds standard output to contain each of `words`.
    #[track_caller]
    pub(crate) fn prints<const N: usize>(self, words: [&str; N]) -> Self {
        for words in words {
            assert!(self.out.contains(words), "no {words:?} in\n{}", self.out);
        }
        self
    }

    /// Holds standard output to be empty.
    #[track_caller]
    pub(crate) fn prints_nothing(self) -> Self {
        assert_eq!(self.out, "");
        self
    }

    /// Standard output as one JSON document.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in\n{}", self.out))
    }

    /// Standard output as JSON Lines.
    #[track_caller]
    pub(crate) fn lines(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e} in {line}")))
            .collect()
    }
}
