//! Vibrato as kstat is measured against it: a dictionary whose connection ids are in the order of their use, and a text
//! read from memory line by line and written with a space between the tokens.
//!
//!     vibrato-bench build SOURCES SAMPLE DICTIONARY    from lex.csv, matrix.def, char.def, unk.def
//!     vibrato-bench run DICTIONARY < TEXT > TOKENS     seconds, without the loading of the dictionary, on stderr

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::time::Instant;
use vibrato::{Dictionary, SystemDictionaryBuilder, Tokenizer};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [_, "build", sources, sample, dictionary] => build(sources, sample, dictionary),
        [_, "run", dictionary] => run(dictionary),
        _ => Err("usage: build SOURCES SAMPLE DICTIONARY, or run DICTIONARY".into()),
    }
}

fn sources(dir: &str) -> Result<Dictionary> {
    let open = |name| File::open(format!("{dir}/{name}"));
    Ok(SystemDictionaryBuilder::from_readers(
        open("lex.csv")?,
        open("matrix.def")?,
        open("char.def")?,
        open("unk.def")?,
    )?)
}

fn build(dir: &str, sample: &str, dictionary: &str) -> Result<()> {
    let tokenizer = Tokenizer::new(sources(dir)?).ignore_space(true)?.max_grouping_len(24);
    let mut worker = tokenizer.new_worker();
    worker.init_connid_counter();
    for line in std::fs::read_to_string(sample)?.lines() {
        worker.reset_sentence(line);
        worker.tokenize();
        worker.update_connid_counts();
    }
    let (left, right) = worker.compute_connid_probs();
    let ids = |probs: Vec<(usize, f64)>| probs.into_iter().map(|(id, _)| id as u16).collect::<Vec<_>>();
    let ordered = sources(dir)?.map_connection_ids_from_iter(ids(left), ids(right))?;
    ordered.write(BufWriter::new(File::create(dictionary)?))?;
    Ok(())
}

fn run(dictionary: &str) -> Result<()> {
    let tokenizer = Tokenizer::new(Dictionary::read(BufReader::new(File::open(dictionary)?))?)
        .ignore_space(true)?
        .max_grouping_len(24);
    let mut worker = tokenizer.new_worker();
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let start = Instant::now();
    for line in text.lines() {
        worker.reset_sentence(line);
        worker.tokenize();
        for token in worker.token_iter() {
            out.write_all(token.surface().as_bytes())?;
            out.write_all(b" ")?;
        }
        out.write_all(b"\n")?;
    }
    out.flush()?;
    eprintln!("{:.3}", start.elapsed().as_secs_f64());
    Ok(())
}
