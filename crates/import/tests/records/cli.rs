//! The program as it is typed, in a project of its own.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;

use crate::given::suite;

/// A folder with an area, a file of postcodes and the registers of the cases.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    fs::create_dir_all(root.join("areas/shropshire")).expect("a folder");
    fs::create_dir_all(root.join("data/postcodes")).expect("a folder");
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::copy(here.join("data/postcodes/areas.bin"), root.join("data/postcodes/areas.bin")).expect("postcodes");
    let area = "id = \"shropshire\"\nname = \"Shropshire\"\ncouncil = \"Shropshire Council\"\nauthority-codes = [\"E06000051\"]\n";
    fs::write(root.join("areas/shropshire/area.toml"), area).expect("an area");
    let postcodes = "postcode,easting,northing,lad_code\nSY12 0DB,339788,334854,E06000051\nSY11 1RD,319319,329845,E06000051\n\
                     SY13 1QH,354528,341357,E06000051\nSY1 1DD,349161,312573,E06000051\nTF9 1PR,367427,334339,E06000051\n";
    fs::write(root.join("postcodes.csv"), postcodes).expect("postcodes");
    for name in ["practices.csv", "pharmacies.csv", "sites.csv", "leads.csv"] {
        fs::write(root.join(name), suite(&format!("ods/{name}"))).expect("a register");
    }
    folder
}

fn typed(root: &Path, line: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_import"));
    command.args(line.split_whitespace()).current_dir(root).env_remove("CARGO_TARGET_DIR");
    command.output().expect("the importer")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

const PRACTICES: &str = "import ods epraccur practices.csv --as-at 2026-02-03 --postcodes postcodes.csv \
                         --branches sites.csv --branches-as-at 2019-05-22";

#[test]
fn an_import_writes_once_and_then_nothing_more() {
    let folder = project();
    let first = typed(folder.path(), PRACTICES);
    assert!(first.status.success(), "{}", said(&first));
    let gp = Path::new("areas/shropshire/directory/gp.toml");
    assert!(said(&first).contains(&format!("wrote {}", gp.display())), "{}", said(&first));
    assert!(said(&first).contains("       5 rows read\n"), "{}", said(&first));
    assert!(first.stderr.is_empty(), "a bar is for terminals only");
    let text = fs::read_to_string(folder.path().join(gp)).expect("records");
    assert!(text.contains("name = \"Churchmere Medical Group\"") && text.contains("lead = true"), "{text}");
    let second = typed(folder.path(), PRACTICES);
    assert!(second.status.success() && said(&second).contains("Nothing has changed."), "{}", said(&second));
    assert_eq!(fs::read_to_string(folder.path().join(gp)).expect("records"), text);
    let report = fs::read_to_string(folder.path().join("target/import/rejected.csv")).expect("a report");
    assert!(report.starts_with("line,what,reason,row\n") && report.contains("7,rejected,no postcode,"), "{report}");
}

#[test]
fn a_dry_run_changes_nothing() {
    let folder = project();
    let output = typed(folder.path(), &format!("{PRACTICES} --dry-run"));
    assert!(output.status.success() && said(&output).contains("m82025 (Churchmere Medical Group, Ellesmere)"));
    assert!(!folder.path().join("areas/shropshire/directory").exists());
}

/// Nothing is written over records that cannot be read: what a person meant would be lost.
#[test]
fn records_with_a_fault_stop_the_import() {
    let folder = project();
    let directory = folder.path().join("areas/shropshire/directory");
    fs::create_dir_all(&directory).expect("a folder");
    fs::write(directory.join("gp.toml"), "area = \"shropshire\"\nkind = \"gp\"\n").expect("a file");
    let output = typed(folder.path(), PRACTICES);
    assert!(!output.status.success());
    assert!(said(&output).contains("areas/shropshire/directory/gp.toml:1: there is no source"), "{}", said(&output));
}

#[test]
fn what_cannot_be_done_says_what_can() {
    let folder = project();
    for (line, says) in [
        ("", "cargo xtask import ods epraccur FILE"),
        ("import", "cargo xtask import ods epraccur FILE"),
        ("import everything", "cargo xtask import ods epraccur FILE"),
        ("import ods epraccur practices.csv --postcodes postcodes.csv", "`--as-at` is missing."),
        ("import ods epraccur practices.csv --as-at today --postcodes postcodes.csv", "is not a date"),
        ("import ods epraccur practices.csv --as-at", "`--as-at` needs a value after it."),
        ("import ods epraccur practices.csv --faster", "`--faster` is not known here."),
        ("import ods hospitals practices.csv --as-at 2026-02-03", "`hospitals` is no register."),
        ("import ods epraccur nowhere.csv --as-at 2026-02-03 --postcodes postcodes.csv", "nowhere.csv: "),
        ("import ods epraccur leads.csv --as-at 2026-02-03 --postcodes postcodes.csv", "list of leads"),
        ("import ods epraccur practices.csv --as-at 2026-02-03 --postcodes leads.csv", "no file of postcodes"),
        ("import pharmacy-hours practices.csv --as-at 2026-02-03", "practices.csv: "),
        ("export paper --to out", "`paper` cannot be exported."),
    ] {
        let output = typed(folder.path(), line);
        assert!(!output.status.success() && said(&output).contains(says), "{line:?}: {}", said(&output));
    }
    assert!(!folder.path().join("areas/shropshire/directory").exists(), "and nothing was written");
}

#[test]
fn an_export_is_a_folder_of_files() {
    let folder = project();
    assert!(typed(folder.path(), PRACTICES).status.success());
    assert!(typed(folder.path(), "export open-referral --to out/feed").status.success());
    assert!(typed(folder.path(), "export csv --to out").status.success());
    let services = fs::read_dir(folder.path().join("out/feed/services")).expect("services").count();
    assert_eq!(services, 2, "two practices; the branch is a lead");
    let sheet = fs::read_to_string(folder.path().join("out/directory.csv")).expect("a sheet");
    assert_eq!(sheet.lines().count(), 1 + 3, "{sheet}");
}

/// The feed of one directory is another's import.
#[test]
fn a_feed_is_imported_again() {
    let (one, other) = (project(), project());
    assert!(typed(one.path(), PRACTICES).status.success());
    assert!(typed(one.path(), "export open-referral --to out").status.success());
    let services = fs::read_dir(one.path().join("out/services")).expect("services");
    let files: Vec<String> = services.map(|file| file.expect("a file").path().display().to_string()).collect();
    let line = format!(
        "import open-referral {} --kind gp --source feed --name Feed --licence OGL-UK-3.0 --as-at 2026-02-03 \
         --postcodes postcodes.csv",
        files.join(" ")
    );
    let output = typed(other.path(), &line);
    assert!(output.status.success(), "{}", said(&output));
    let text = fs::read_to_string(other.path().join("areas/shropshire/directory/gp.toml")).expect("records");
    assert!(text.contains("name = \"Churchmere Medical Group\"") && text.contains("id = \"feed\""), "{text}");
    let again = typed(other.path(), &line);
    assert!(said(&again).contains("Nothing has changed."), "{}", said(&again));
}
