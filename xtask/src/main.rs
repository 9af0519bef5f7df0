//! What a person types to build, serve, test and measure the site: `cargo xtask`.
//!
//! Where things are:
//! - [`command`]: what was typed. [`help`](command::HELP) is there too.
//! - [`parts`], [`run_part`] and [`suite`]: what `test` consists of, how each part runs, and the table at the end.
//! - [`setup`], and under it [`rust`], [`tools`], [`npm`], [`chromium`] and [`nginx`] (by [`apt`]): what has to be installed first.
//! - [`site`] and [`digest`]: the release build, and whether it is needed.
//! - [`again`]: whether a copy in another folder gives the same site.
//! - [`verify`]: whether a live site is the one in `dist/`; [`hosting`] asks it of nginx.
//! - [`server`]: `dist/` over HTTP, as a static host would serve it.
//! - [`measure`]: `bench` and `gallery`, with what [`find_bench`] makes; [`node`] tells their scripts, and the browser tests, where things are.
//! - [`import`]: runs the importer of the directory's data, a program of its own.
//! - [`places`], [`process`], [`progress`], [`lock_file`]: folders, child processes, what is printed, `Cargo.lock`.

mod again;
mod apt;
mod chromium;
mod command;
mod digest;
mod find_bench;
mod hosting;
mod import;
mod lock_file;
mod measure;
mod nginx;
mod node;
mod npm;
mod parts;
mod places;
mod process;
mod progress;
mod run_part;
mod rust;
mod server;
mod setup;
mod site;
mod suite;
#[cfg(test)]
mod test_folder;
mod tools;
mod verify;

use std::process::ExitCode;

use command::Command;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let command = match command::parse(&arguments) {
        Ok(command) => command,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::from(2);
        }
    };
    let outcome = match command {
        Command::Help => {
            println!("{}", command::HELP);
            Ok(())
        }
        Command::Serve { port } => server::serve(port),
        Command::Build => site::build_if_changed(),
        Command::Test { parts } => {
            return if suite::run(&parts) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
        Command::Bench { arguments } => measure::bench(&arguments),
        Command::Gallery { folder } => measure::gallery(folder.as_deref()),
        Command::Import { arguments } => import::run(&arguments),
        Command::Verify { address, folder } => return verify::run(&address, folder.as_deref()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
