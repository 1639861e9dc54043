//! How much a record may hold: told while its JSON is gone through, before anything
//! of it is kept, so that no file in a record's place takes memory or time beyond its own size.

use crate::profile;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Texts that a profile holds, bytes at most: as in the profile itself.
const FROM_PROFILE: [&str; 5] = ["instansi", "daerah", "nama", "satuan", "sebutan"];
/// Bytes of any other text and of a key …
const LONGEST: usize = 64 << 10;
/// … and of one that tells rows one by one: a million of them, every second one left out, take five million bytes.
const LONGEST_TOLD: usize = 8 << 20;
const TOLD: [&str; 2] = ["bacaan", "temuan"];
/// Items of a list. A profile has at most 1000 indicators and 2000 measures, each measure with its years.
const MOST_OF: [(&str, usize); 3] = [("indikator", 1000), ("ukuran", 100_000), ("tanda_tangan", 20)];
/// Items of all lists together.
const MOST_ITEMS: usize = 500_000;

/// What a record's JSON is, at a glance.
#[derive(Default)]
pub struct Glance {
    pub schema: Option<String>,
}

/// What every record says, whichever program wrote it.
#[derive(Deserialize)]
struct Required {
    program: String,
    tahun: i32,
    revisi: u32,
    tanggal: String,
    instansi: String,
    daerah: String,
    #[serde(rename = "ukuran")]
    _ukuran: Vec<IgnoredAny>,
    #[serde(rename = "indikator")]
    _indikator: Vec<IgnoredAny>,
}

/// Whether a record says all that a record must.
pub fn is_complete(bytes: &[u8]) -> bool {
    serde_json::from_slice::<Required>(bytes).is_ok_and(|said| {
        let texts = [&said.program, &said.tanggal, &said.instansi, &said.daerah];
        said.tahun != 0 && said.revisi > 0 && texts.iter().all(|text| !text.is_empty())
    })
}

/// Goes through the JSON.
///
/// # Errors
/// It is cut short, no JSON, or holds more than a record does.
pub fn glance(bytes: &[u8]) -> Result<Glance, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let mut glance = Glance::default();
    let mut items = 0;
    Inside { top: "", key: "", depth: 0, items: &mut items, glance: &mut glance }.deserialize(&mut reader)?;
    reader.end()?;
    Ok(glance)
}

/// A value under a key, within a member of the record.
struct Inside<'a> {
    top: &'a str,
    key: &'a str,
    depth: usize,
    items: &'a mut usize,
    glance: &'a mut Glance,
}

impl Inside<'_> {
    fn text<E: Error>(&mut self, text: &str) -> Result<(), E> {
        let most = match () {
            () if FROM_PROFILE.contains(&self.key) && !TOLD.contains(&self.top) => profile::LONGEST_TEXT,
            () if TOLD.contains(&self.top) => LONGEST_TOLD,
            () => LONGEST,
        };
        if text.len() > most {
            return Err(E::custom("text too long"));
        }
        if self.depth == 1 && self.key == "schema" {
            self.glance.schema = Some(text.to_owned());
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Inside<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Inside<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a record")
    }

    fn visit_str<E: Error>(mut self, text: &str) -> Result<(), E> {
        self.text(text)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let most = MOST_OF.iter().find(|(key, _)| *key == self.key && self.depth == 1).map_or(MOST_ITEMS, |(_, most)| *most);
        let mut count = 0;
        let (top, key, depth) = (self.top, self.key, self.depth + 1);
        while list.next_element_seed(Inside { top, key, depth, items: &mut *self.items, glance: &mut *self.glance })?.is_some() {
            count += 1;
            *self.items += 1;
            if count > most || *self.items > MOST_ITEMS {
                return Err(A::Error::custom("list too long"));
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(key) = members.next_key::<std::borrow::Cow<'de, str>>()? {
            *self.items += 1;
            if key.len() > LONGEST || *self.items > MOST_ITEMS * 8 {
                return Err(A::Error::custom("too many members"));
            }
            let top = if self.depth == 0 { &*key } else { self.top };
            let (items, glance) = (&mut *self.items, &mut *self.glance);
            members.next_value_seed(Inside { top, key: &key, depth: self.depth + 1, items, glance })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn is_bounded(value: &Value) -> bool {
        glance(value.to_string().as_bytes()).is_ok()
    }

    #[test]
    fn every_text_and_every_list_has_an_end() {
        let long = |length: usize| "%".repeat(length);
        // Each where it stands at its longest, and one longer.
        for (most, with) in [
            (profile::LONGEST_TEXT, (|text| json!({ "indikator": [{ "satuan": text }] })) as fn(String) -> Value),
            (profile::LONGEST_TEXT, |text| json!({ "daerah": text })),
            (LONGEST, |text| json!({ "indikator": [{ "lalu": [{ "sebab": text }] }] })),
            (LONGEST, |text| json!({ "ukuran": [{ "asal": text }] })),
            (LONGEST, |text| json!({ "alasan": text })),
            (LONGEST_TOLD, |text| json!({ "bacaan": [{ "keputusan": [{ "nilai": text }] }] })),
            (LONGEST_TOLD, |text| json!({ "temuan": [{ "nama": text }] })),
        ] {
            assert!(is_bounded(&with(long(most))), "{most}");
            assert!(!is_bounded(&with(long(most + 1))), "{most}");
        }
        for (key, most) in MOST_OF {
            assert!(is_bounded(&json!({ key: vec![0; most] })) && !is_bounded(&json!({ key: vec![0; most + 1] })), "{key}");
        }
        assert!(!is_bounded(&json!({ "masukan": vec![json!([]); MOST_ITEMS + 1] })));
        assert!(!is_bounded(&json!({ "temuan": vec![json!({}); MOST_ITEMS + 1] })));
        assert!(!is_bounded(&json!({ long(LONGEST + 1): 1 })));
    }

    #[test]
    fn what_is_no_whole_json_is_told() {
        assert!(glance(br#"{"schema": "iku-record/1", "tahun": 20"#).is_err());
        assert!(glance(br#"{"schema": "iku-record/1"} x"#).is_err());
        assert_eq!(glance(br#"{"lain": {"schema": "b"}, "schema": "a"}"#).unwrap().schema.as_deref(), Some("a"));
    }
}
