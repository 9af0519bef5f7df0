/// The words of a text as they are compared: small letters without accents, and digits. An apostrophe joins ("Peter's" is
/// "peters"), "&" is "and", everything else parts.
///
/// By hand, and for the letters of English and its neighbours: the tables of all the world's letters are larger than the
/// rest of the search.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for letter in text.chars() {
        match letter {
            '\'' | '’' | '‘' | '`' | '.' => {}
            'a'..='z' | '0'..='9' => word.push(letter),
            'A'..='Z' => word.push(letter.to_ascii_lowercase()),
            'À'..='Å' | 'à'..='å' => word.push('a'),
            'Ç' | 'ç' => word.push('c'),
            'È'..='Ë' | 'è'..='ë' => word.push('e'),
            'Ì'..='Ï' | 'ì'..='ï' => word.push('i'),
            'Ñ' | 'ñ' => word.push('n'),
            'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' => word.push('o'),
            'Ù'..='Ü' | 'ù'..='ü' => word.push('u'),
            'Ý' | 'ý' | 'ÿ' | 'Ŷ' | 'ŷ' => word.push('y'),
            'Ŵ' | 'ŵ' => word.push('w'),
            _ => {
                end(&mut word, &mut words);
                if letter == '&' {
                    words.push("and".to_owned());
                }
            }
        }
    }
    end(&mut word, &mut words);
    words
}

fn end(word: &mut String, words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(core::mem::take(word));
    }
}
