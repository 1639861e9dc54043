//! A finished PDF read back: what is drawn, and the structure over it.

use lopdf::{Dictionary, Document, Object, ObjectId, content::Content};
use std::collections::{BTreeMap, BTreeSet};

/// A piece of marked content: its page (from 0), its MCID (`None`: an artifact), its text.
pub struct Piece {
    pub page: usize,
    pub mcid: Option<i64>,
    pub text: String,
}

/// An object, a reference to one followed.
pub fn follow<'a>(file: &'a Document, object: &'a Object) -> &'a Object {
    file.dereference(object).unwrap().1
}

fn entry<'a>(file: &'a Document, dictionary: &'a Dictionary, key: &str) -> &'a Object {
    follow(file, dictionary.get(key.as_bytes()).unwrap_or_else(|_| panic!("{key} is missing")))
}

/// Everything that is drawn, in the order of drawing.
pub fn pieces(file: &Document) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for (page, id) in file.page_iter().enumerate() {
        let maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> =
            fonts(file, id).into_iter().map(|(name, font)| (name, to_unicode(file, font))).collect();
        let mut font = Vec::new();
        let (mut open, mut replaced) = (false, false);
        for operation in Content::decode(&file.get_page_content(id)).unwrap().operations {
            match operation.operator.as_str() {
                "BDC" if open => {
                    // The hyphen of a divided word: nothing else nests, and nothing nests deeper.
                    let properties = operation.operands[1].as_dict().unwrap();
                    assert!(!replaced && operation.operands[0].as_name().unwrap() == b"Span");
                    assert_eq!(properties.get(b"ActualText").unwrap().as_str().unwrap(), [0xfe, 0xff, 0x00, 0xad]);
                    replaced = true;
                }
                "EMC" if replaced => replaced = false,
                "TJ" if replaced => out.last_mut().unwrap().text.push('\u{ad}'),
                "BDC" | "BMC" => {
                    assert!(!open, "marked content does not nest");
                    open = true;
                    let properties = operation.operands.get(1).and_then(|operand| operand.as_dict().ok());
                    let mcid = properties.and_then(|properties| properties.get(b"MCID").ok()).map(|mcid| mcid.as_i64().unwrap());
                    out.push(Piece { page, mcid, text: String::new() });
                }
                "EMC" => open = false,
                "Tf" => font = operation.operands[0].as_name().unwrap().to_vec(),
                "TJ" => {
                    assert!(open, "every text is marked");
                    for item in operation.operands[0].as_array().unwrap() {
                        let Object::String(bytes, _) = item else { continue };
                        for code in bytes.chunks(2) {
                            let text = &maps[&font][&u16::from_be_bytes([code[0], code[1]])];
                            out.last_mut().unwrap().text.push_str(text);
                        }
                    }
                }
                "re" | "f" | "Do" | "S" => assert!(open, "every mark is marked"),
                "Tj" | "'" | "\"" => panic!("text is shown by TJ alone"),
                _ => {}
            }
        }
    }
    out
}

/// A page's fonts by the names its contents call them.
pub fn fonts(file: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, &Dictionary> {
    let resources = entry(file, file.get_dictionary(page).unwrap(), "Resources").as_dict().unwrap();
    let fonts = resources.get(b"Font").map(|fonts| follow(file, fonts).as_dict().unwrap());
    fonts.into_iter().flatten().map(|(name, font)| (name.clone(), follow(file, font).as_dict().unwrap())).collect()
}

/// What each code of a font means.
pub fn to_unicode(file: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let map = entry(file, font, "ToUnicode").as_stream().unwrap().decompressed_content().unwrap();
    let map = String::from_utf8(map).unwrap();
    let hex = |text: &str| u16::from_str_radix(text, 16).unwrap();
    map.lines()
        .filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"))
        .filter(|(_, text)| *text != "FFFF")
        .map(|(code, text)| {
            let units: Vec<u16> = (0..text.len() / 4).map(|i| hex(&text[4 * i..4 * i + 4])).collect();
            (hex(code), String::from_utf16(&units).unwrap())
        })
        .collect()
}

/// The structure as indented text, and what is wrong with it.
pub struct Structure {
    /// An element a line: its tag, what it says of itself, its own text.
    pub outline: String,
    /// The text as a screen reader takes it, an element's text a line.
    pub read: Vec<String>,
    pub faults: Vec<String>,
}

struct Walk<'a> {
    file: &'a Document,
    pages: Vec<ObjectId>,
    texts: BTreeMap<(usize, i64), String>,
    /// Which element claims each piece of marked content.
    claimed: BTreeMap<(usize, i64), ObjectId>,
    objects: BTreeMap<ObjectId, ObjectId>,
    headers: Vec<(ObjectId, Vec<u8>)>,
    made: Structure,
}

/// Reads the structure, and checks that each MCID is claimed by exactly one
/// element, that the parent tree leads back to that element, that each element
/// names its true parent, and that every cell's `Headers` lead to a heading cell.
pub fn structure(file: &Document) -> Structure {
    let mut texts: BTreeMap<(usize, i64), String> = BTreeMap::new();
    let mut faults = Vec::new();
    for piece in pieces(file) {
        if let Some(mcid) = piece.mcid
            && texts.insert((piece.page, mcid), piece.text).is_some()
        {
            faults.push(format!("page {} has MCID {mcid} twice", piece.page + 1));
        }
    }
    let made = Structure { outline: String::new(), read: Vec::new(), faults };
    let mut walk = Walk {
        file,
        pages: file.page_iter().collect(),
        texts,
        claimed: BTreeMap::new(),
        objects: BTreeMap::new(),
        headers: Vec::new(),
        made,
    };
    let root_id = file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let root = file.get_dictionary(root_id).unwrap();
    for kid in root.get(b"K").unwrap().as_array().unwrap() {
        walk.element(kid.as_reference().unwrap(), root_id, 0);
    }
    walk.parent_tree(root);
    walk.identifiers(root);
    walk.made
}

impl Walk<'_> {
    fn fault(&mut self, fault: String) {
        self.made.faults.push(fault);
    }

    fn element(&mut self, id: ObjectId, parent: ObjectId, depth: usize) {
        let file = self.file;
        let element = file.get_dictionary(id).unwrap();
        let tag = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        if element.get(b"P").and_then(Object::as_reference).ok() != Some(parent) {
            self.fault(format!("{tag} {id:?} does not name its parent"));
        }
        let page = element.get(b"Pg").ok().and_then(|page| self.page(page));
        let mut text = String::new();
        let mut children = Vec::new();
        for kid in element.get(b"K").and_then(Object::as_array).map(Vec::as_slice).unwrap_or_default() {
            match kid {
                Object::Integer(mcid) => text += &self.claim(page, *mcid, id),
                Object::Dictionary(kid) if kid.has(b"Obj") => {
                    self.objects.insert(kid.get(b"Obj").unwrap().as_reference().unwrap(), id);
                    text += "(isian)";
                }
                Object::Dictionary(kid) => {
                    let page = self.page(kid.get(b"Pg").unwrap());
                    text += &self.claim(page, kid.get(b"MCID").unwrap().as_i64().unwrap(), id);
                }
                Object::Reference(child) => children.push(*child),
                other => self.fault(format!("{tag} holds {other:?}")),
            }
        }
        if tag == "Figure" {
            self.figure(element, page);
        }
        let about = self.about(element, id);
        let line = format!("{}{tag}{about} {}", " ".repeat(depth), text.trim_end());
        self.made.outline.push_str(line.trim_end());
        self.made.outline.push('\n');
        if !text.trim().is_empty() {
            self.made.read.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        for child in children {
            self.element(child, id, depth + 1);
        }
    }

    /// A picture has words in its stead and says where on its page it stands (ISO 14289-1, 7.3).
    fn figure(&mut self, element: &Dictionary, page: Option<usize>) {
        let words = element.get(b"Alt").ok().and_then(|alternative| lopdf::decode_text_string(alternative).ok());
        if words.is_none_or(|words| words.trim().is_empty()) {
            self.fault("a Figure without words in its stead".into());
        }
        let number = |object: &Object| object.as_float().or_else(|_| object.as_i64().map(|whole| whole as f32)).unwrap();
        let numbers = |object: &Object| follow(self.file, object).as_array().unwrap().iter().map(number).collect::<Vec<f32>>();
        let bounds = element.get(b"A").and_then(Object::as_dict).and_then(|layout| layout.get(b"BBox")).map(numbers);
        let paper = page.map(|page| numbers(entry(self.file, self.file.get_dictionary(self.pages[page]).unwrap(), "MediaBox")));
        let within = match (bounds.as_deref(), paper.as_deref()) {
            (Ok([left, lower, right, upper]), Some([_, _, width, height])) => {
                *left >= 0.0 && left < right && right <= width && *lower >= 0.0 && lower < upper && upper <= height
            }
            _ => false,
        };
        if !within {
            self.fault(format!("a Figure stands at {bounds:?} on a page of {paper:?}"));
        }
    }

    /// What an element says of itself beside its content.
    fn about(&mut self, element: &Dictionary, id: ObjectId) -> String {
        let mut about = String::new();
        if let Ok(alternative) = element.get(b"Alt") {
            about += &format!(" [{}]", lopdf::decode_text_string(alternative).unwrap());
        }
        if let Ok(actual) = element.get(b"ActualText") {
            about += &format!(" [= {}]", lopdf::decode_text_string(actual).unwrap());
        }
        let Ok(attributes) = element.get(b"A").and_then(Object::as_dict) else { return about };
        for key in ["ColSpan", "RowSpan"] {
            if let Ok(span) = attributes.get(key.as_bytes()) {
                about += &format!(" {key}={}", span.as_i64().unwrap());
            }
        }
        if let Ok(summary) = attributes.get(b"Summary") {
            about += &format!(" [{}]", lopdf::decode_text_string(summary).unwrap());
        }
        if let Ok(numbering) = attributes.get(b"ListNumbering") {
            about += &format!(" {}", String::from_utf8_lossy(numbering.as_name().unwrap()));
        }
        if let Ok(scope) = attributes.get(b"Scope") {
            about += &format!(" {}", String::from_utf8_lossy(scope.as_name().unwrap()));
        }
        let headers = attributes.get(b"Headers").and_then(Object::as_array).map(Vec::as_slice).unwrap_or_default();
        for header in headers {
            self.headers.push((id, header.as_str().unwrap().to_vec()));
        }
        about
    }

    fn page(&self, page: &Object) -> Option<usize> {
        let page = page.as_reference().ok()?;
        self.pages.iter().position(|id| *id == page)
    }

    fn claim(&mut self, page: Option<usize>, mcid: i64, id: ObjectId) -> String {
        let Some(page) = page else {
            self.fault(format!("{id:?} claims MCID {mcid} of no page"));
            return String::new();
        };
        if self.claimed.insert((page, mcid), id).is_some() {
            self.fault(format!("page {}, MCID {mcid} is claimed twice", page + 1));
        }
        match self.texts.get(&(page, mcid)) {
            Some(text) => text.clone(),
            None => {
                self.fault(format!("{id:?} claims MCID {mcid}, which page {} has not", page + 1));
                String::new()
            }
        }
    }

    fn parent_tree(&mut self, root: &Dictionary) {
        let file = self.file;
        let unclaimed: Vec<_> = self.texts.keys().filter(|key| !self.claimed.contains_key(key)).copied().collect();
        for (page, mcid) in unclaimed {
            self.fault(format!("page {}, MCID {mcid} is claimed by no element", page + 1));
        }
        let Ok(tree) = root.get(b"ParentTree") else { return self.fault("there is no parent tree".into()) };
        let numbers = follow(file, tree).as_dict().unwrap().get(b"Nums").unwrap().as_array().unwrap();
        let entries: BTreeMap<i64, &Object> = numbers.chunks(2).map(|pair| (pair[0].as_i64().unwrap(), &pair[1])).collect();
        let mut used = BTreeSet::new();
        for (page, id) in self.pages.clone().into_iter().enumerate() {
            let dictionary = file.get_dictionary(id).unwrap();
            let key = dictionary.get(b"StructParents").and_then(Object::as_i64).unwrap_or(-1);
            used.insert(key);
            let owners = match entries.get(&key).map(|owners| follow(file, owners)) {
                Some(Object::Array(owners)) => owners.clone(),
                _ => Vec::new(),
            };
            let count = self.texts.keys().filter(|(own, _)| *own == page).count();
            if owners.len() != count {
                self.fault(format!("page {}: {} entries in the parent tree for {count} pieces", page + 1, owners.len()));
            }
            for (mcid, owner) in owners.iter().enumerate() {
                let owner = owner.as_reference().ok();
                if owner.is_none() || self.claimed.get(&(page, mcid as i64)) != owner.as_ref() {
                    self.fault(format!("page {}, MCID {mcid}: the parent tree leads to {owner:?}", page + 1));
                }
            }
            let annotations = dictionary.get(b"Annots").map(|list| follow(file, list).as_array().unwrap().clone());
            for annotation in annotations.unwrap_or_default() {
                let widget = annotation.as_reference().unwrap();
                let key = file.get_dictionary(widget).unwrap().get(b"StructParent").and_then(Object::as_i64).unwrap_or(-1);
                used.insert(key);
                let owner = entries.get(&key).and_then(|owner| owner.as_reference().ok());
                if owner.is_none() || self.objects.get(&widget) != owner.as_ref() {
                    self.fault(format!("page {}: a field's parent tree entry leads to {owner:?}", page + 1));
                }
            }
        }
        for key in entries.keys().filter(|key| !used.contains(key)) {
            self.made.faults.push(format!("parent tree entry {key} belongs to nothing"));
        }
    }

    fn identifiers(&mut self, root: &Dictionary) {
        let file = self.file;
        let names: Vec<Object> = match root.get(b"IDTree") {
            Ok(tree) => follow(file, tree).as_dict().unwrap().get(b"Names").unwrap().as_array().unwrap().clone(),
            Err(_) => Vec::new(),
        };
        let tree: BTreeMap<Vec<u8>, ObjectId> =
            names.chunks(2).map(|pair| (pair[0].as_str().unwrap().to_vec(), pair[1].as_reference().unwrap())).collect();
        let sorted = names.chunks(2).map(|pair| pair[0].as_str().unwrap());
        if !sorted.is_sorted() || tree.len() * 2 != names.len() {
            self.fault("the identifiers are not sorted, or not unique".into());
        }
        for (cell, header) in std::mem::take(&mut self.headers) {
            let Some(&target) = tree.get(&header) else {
                self.fault(format!("{cell:?} names a heading cell that is not there"));
                continue;
            };
            let target = file.get_dictionary(target).unwrap();
            let is_heading = target.get(b"S").and_then(Object::as_name).ok() == Some(b"TH");
            if !is_heading || target.get(b"ID").and_then(Object::as_str).ok() != Some(&header) {
                self.fault(format!("{cell:?} names a heading cell that is none"));
            }
        }
    }
}
