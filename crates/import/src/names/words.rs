//! Words that names are told by.

/// Small between two other words.
pub const SMALL: &[&str] = &[
    "and", "at", "by", "cum", "de", "for", "from", "in", "le", "next", "of", "off", "on", "or", "the", "to", "under",
    "upon", "with", "yr",
];

/// Abbreviations without a vowel: only their first letter is a capital.
pub const ABBREVIATIONS: &[&str] = &[
    "bldg", "bldgs", "blvd", "brdg", "cntr", "cntre", "cr", "crct", "cres", "crt", "ct", "ctr", "ctrs", "dr", "drs",
    "ft", "gdn", "gdns", "grn", "grp", "gt", "hlth", "hth", "hwy", "ln", "lr", "lt", "ltd", "mdws", "mkt", "mr", "mrs",
    "ms", "mt", "mth", "nr", "nth", "pct", "phcy", "phrm", "pk", "pl", "prcnt", "prk", "prmry", "prx", "pt", "ptnr",
    "ptnrs", "rd", "rds", "rndbt", "shpg", "sq", "sqr", "srgy", "st", "sth", "stn", "str", "strt", "svc", "svcs",
    "ter", "th", "trdg", "twr", "vlg", "wks", "wlk",
];

/// Initials with a vowel. Two letters are ambiguous, since people are called Li and Ma too; these are nobody's names in
/// the registers.
pub const CAPITALS: &[&str] = &[
    "aa", "ac", "ae", "af", "aj", "am", "ap", "aw", "cca", "cic", "ea", "ej", "em", "er", "ew", "gp", "gps", "hmi",
    "hmp", "ii", "iii", "iw", "ja", "je", "llp", "nhs", "ooh", "pa", "pcn", "plc", "se", "ucc", "uk", "wi", "ymca",
    "ywca",
];
