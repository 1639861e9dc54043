//! What the updates appended to a recorded PDF do to it. Signing fills a
//! signature field and lists it; nothing that a page shows is part of that.
//! Whatever is not known to leave the pages as they are counts as a change.

use super::Room;
use super::section::{Base, Section};
use super::syntax::{Dict, Object, Value, same_but};
use std::collections::BTreeMap;
use std::ops::Range;

/// What was done to a paper after it was made, other than signing it. Pages count from 1.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Change {
    /// What follows the recorded bytes is no update that every reader takes alike.
    NoUpdate,
    /// Its page itself, its content, its fonts or pictures.
    Page(usize),
    /// A note, a link or another field put on it.
    Annotation(usize),
    /// A signature's picture outside the rooms for signatures, where it may lie over words and figures.
    Covers(usize),
    /// A field that was changed otherwise than by being signed, or after it was.
    Field,
    /// The document's settings: its list of pages, what opens with it, attachments, forms.
    Document,
    /// An object that belongs to none of these.
    Other(u32),
}

/// A signature's dictionary and what it covers.
pub struct Sealed {
    pub dict: Dict,
    /// Where its value stands, with both brackets; none where the file says it otherwise.
    pub contents: Option<Range<usize>>,
    /// The end of the update that it came with.
    pub end: usize,
}

/// What follows the first `ours` bytes.
pub fn after(bytes: &[u8], ours: usize, rooms: &[Room]) -> (Vec<Sealed>, Vec<Change>) {
    let Some(mut paper) = Paper::of(&bytes[..ours], rooms) else { return (Vec::new(), vec![Change::NoUpdate]) };
    let (mut at, mut xref) = (ours, paper.base.xref);
    while bytes[at..].iter().any(|byte| !byte.is_ascii_whitespace() && *byte != 0) {
        let Ok(section) = Section::read(bytes, at, xref) else {
            paper.changes.push(Change::NoUpdate);
            break;
        };
        (at, xref) = (section.end, section.xref);
        paper.take(section);
    }
    paper.changes.sort_unstable();
    paper.changes.dedup();
    (paper.sealed, paper.changes)
}

/// What an update may do to an object that was there before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    Catalog,
    Form,
    /// The list of the form's fields.
    Fields,
    Page(usize),
    /// The list of a page's annotations.
    Annotations(usize),
    Field,
    /// The appearance of a field that nobody signed.
    Appearance,
    /// Title and dates, as the document's properties show them.
    Info,
    Metadata,
    /// The root of the tags, which some tools write anew.
    Tags,
    /// Certificates and revocations for later validation.
    Validation,
}

struct Paper<'a> {
    base: Base<'a>,
    /// The first number that the recorded file left free.
    size: u32,
    /// What updates so far put in.
    over: BTreeMap<u32, Object>,
    holders: Vec<u32>,
    catalog: u32,
    pages: Vec<u32>,
    rooms: &'a [Room],
    sealed: Vec<Sealed>,
    changes: Vec<Change>,
}

fn get<'v>(dict: &'v Dict, key: &str) -> Option<&'v Value> {
    dict.get(key.as_bytes())
}

fn dict(value: Option<Value>) -> Dict {
    value.and_then(|value| value.dict().cloned()).unwrap_or_default()
}

impl<'a> Paper<'a> {
    fn of(bytes: &'a [u8], rooms: &'a [Room]) -> Option<Self> {
        let base = Base::read(bytes).ok()?;
        let catalog = get(&base.trailer, "Root")?.reference()?;
        let (size, over, holders) = (base.size(), BTreeMap::new(), Vec::new());
        let (pages, sealed, changes) = (Vec::new(), Vec::new(), Vec::new());
        let mut paper = Self { base, size, over, holders, catalog, pages, rooms, sealed, changes };
        let root = get(&paper.dict_of(catalog)?, "Pages")?.reference()?;
        let mut left = vec![root];
        while let Some(id) = left.pop() {
            let node = paper.dict_of(id)?;
            match get(&node, "Kids").and_then(Value::list) {
                // A circle would not end.
                Some(_) if paper.pages.len() + left.len() > size as usize => return None,
                Some(kids) => left.extend(kids.iter().rev().filter_map(Value::reference)),
                None => paper.pages.push(id),
            }
        }
        Some(paper)
    }

    /// An object as it stands now.
    fn object(&mut self, id: u32) -> Option<Value> {
        match self.over.get(&id) {
            Some(object) => Some(object.value.clone()),
            None => self.base.object(id),
        }
    }

    fn dict_of(&mut self, id: u32) -> Option<Dict> {
        Some(dict(Some(self.object(id)?)))
    }

    /// What a value leads to, itself where it is no reference.
    fn resolved(&mut self, value: Option<&Value>) -> Option<Value> {
        match value? {
            Value::Ref(id) => self.object(*id),
            own => Some(own.clone()),
        }
    }

    /// What may be changed of the objects that are there now.
    fn roles(&mut self) -> BTreeMap<u32, Role> {
        let mut roles = BTreeMap::new();
        let mut give = |id: Option<u32>, role: Role| {
            // What would be two things at once is neither.
            if let Some(id) = id {
                roles.entry(id).and_modify(|own: &mut Option<Role>| *own = own.filter(|own| *own == role)).or_insert(Some(role));
            }
        };
        give(Some(self.catalog), Role::Catalog);
        let catalog = self.dict_of(self.catalog).unwrap_or_default();
        let reference = |dict: &Dict, key: &str| get(dict, key).and_then(Value::reference);
        give(reference(&catalog, "AcroForm"), Role::Form);
        give(reference(&catalog, "Metadata"), Role::Metadata);
        give(reference(&catalog, "StructTreeRoot"), Role::Tags);
        give(reference(&self.base.trailer, "Info"), Role::Info);
        let form = dict(self.resolved(get(&catalog, "AcroForm")));
        give(reference(&form, "Fields"), Role::Fields);
        let mut validation = vec![get(&catalog, "DSS").cloned()];
        while let Some(value) = validation.pop() {
            let id = value.as_ref().and_then(Value::reference).filter(|id| *id >= self.size);
            if let Some(Value::Dict(held)) = self.resolved(value.as_ref()) {
                give(id, Role::Validation);
                validation.extend(
                    ["VRI", "Certs", "CRLs", "OCSPs"].map(|key| get(&held, key).cloned()).into_iter().filter(Option::is_some),
                );
            } else if matches!(self.resolved(value.as_ref()), Some(Value::List(_))) {
                give(id, Role::Validation);
            }
        }
        for (index, id) in self.pages.clone().into_iter().enumerate() {
            give(Some(id), Role::Page(index + 1));
            let page = self.dict_of(id).unwrap_or_default();
            give(reference(&page, "Annots"), Role::Annotations(index + 1));
        }
        let fields = self.resolved(get(&form, "Fields"));
        for id in fields.iter().filter_map(Value::list).flatten().filter_map(Value::reference) {
            let field = self.dict_of(id).unwrap_or_default();
            if is_signature(&field) {
                give(Some(id), Role::Field);
                let shape = dict(self.resolved(get(&field, "AP")));
                give(
                    reference(&shape, "N").filter(|id| !field.contains_key(b"V".as_slice()) && *id < self.size),
                    Role::Appearance,
                );
            }
        }
        roles.into_iter().filter_map(|(id, role)| Some((id, role?))).collect()
    }

    /// One update, held against what is there, and then part of it.
    fn take(&mut self, section: Section) {
        let roles = self.roles();
        let root = get(&section.trailer, "Root").and_then(Value::reference);
        if root != Some(self.catalog) {
            self.changes.push(Change::Document);
        }
        let is_new = |paper: &Self, id: u32| id >= paper.size && !paper.over.contains_key(&id) && !paper.holders.contains(&id);
        for id in section.holders.iter().chain(&section.freed) {
            if *id != 0 && !is_new(self, *id) {
                self.changes.push(Change::Other(*id));
            }
        }
        let before: BTreeMap<u32, Value> = roles.keys().filter_map(|id| Some((*id, self.object(*id)?))).collect();
        let replaced: Vec<u32> = section.objects.keys().copied().filter(|id| !is_new(self, *id)).collect();
        let old_info = get(&self.base.trailer, "Info").and_then(Value::reference).and_then(|id| self.dict_of(id));
        self.holders.extend(&section.holders);
        let new: Vec<u32> = section.objects.keys().copied().filter(|id| !replaced.contains(id)).collect();
        self.over.extend(section.objects);
        let now = New { ids: new, before, end: section.end };
        for id in replaced {
            let (Some(role), Some(old)) = (roles.get(&id), now.before.get(&id).cloned()) else {
                let change = self.owner(id);
                self.changes.push(change);
                continue;
            };
            let value = self.over[&id].value.clone();
            if let Err(change) = self.judged(*role, &old, &value, &now) {
                self.changes.push(change);
            }
        }
        let info = get(&section.trailer, "Info").and_then(Value::reference).and_then(|id| self.dict_of(id));
        if let (Some(old), Some(info)) = (old_info, info)
            && !same_but(&old, &info, &INFO)
        {
            self.changes.push(Change::Document);
        }
    }

    /// The page that an object belongs to, as far as the page says it itself.
    fn owner(&mut self, id: u32) -> Change {
        for (index, page) in self.pages.clone().into_iter().enumerate() {
            let page = self.base.object(page).map(|page| dict(Some(page))).unwrap_or_default();
            let mut named = vec![get(&page, "Contents").cloned(), get(&page, "Resources").cloned()];
            named.extend(get(&page, "Contents").and_then(Value::list).into_iter().flatten().map(|one| Some(one.clone())));
            if named.iter().flatten().any(|value| value.reference() == Some(id)) {
                return Change::Page(index + 1);
            }
        }
        Change::Other(id)
    }

    fn judged(&mut self, role: Role, old: &Value, value: &Value, new: &New) -> Result<(), Change> {
        let (was, is) = (dict(Some(old.clone())), dict(Some(value.clone())));
        match role {
            Role::Catalog => self.catalog(&was, &is, new),
            Role::Form => self.form(&was, &is, new),
            Role::Fields => self.fields(Some(old), Some(value), new),
            Role::Page(page) => {
                require(same_but(&was, &is, &[b"Annots"]), Change::Page(page))?;
                let annotations = self.place(get(&was, "Annots"), get(&is, "Annots"), new);
                let (old, value) = annotations.ok_or(Change::Annotation(page))?;
                self.annotations(page, old.as_ref(), value.as_ref(), new)
            }
            Role::Annotations(page) => self.annotations(page, Some(old), Some(value), new),
            Role::Field => self.filled(&was, &is, new),
            Role::Appearance => require(matches!(value, Value::Stream(..)), Change::Field),
            Role::Info => require(same_but(&was, &is, &INFO), Change::Document),
            Role::Metadata => require(is_metadata(value), Change::Document),
            Role::Tags => self.tags(&was, &is, new),
            Role::Validation => require(matches!(value, Value::Dict(_) | Value::List(_)), Change::Document),
        }
    }

    /// What stood in a place and what stands there now; none where it now leads to what was made for another.
    fn place(&mut self, before: Option<&Value>, after: Option<&Value>, new: &New) -> Option<(Option<Value>, Option<Value>)> {
        let old = match before {
            Some(Value::Ref(id)) => new.before.get(id).cloned().or_else(|| self.object(*id)),
            own => own.cloned(),
        };
        let is_fit = match after {
            Some(Value::Ref(id)) => new.ids.contains(id) || before.and_then(Value::reference) == Some(*id),
            _ => true,
        };
        is_fit.then(|| (old, self.resolved(after)))
    }

    fn catalog(&mut self, was: &Dict, is: &Dict, new: &New) -> Result<(), Change> {
        const FREE: [&[u8]; 6] = [b"AcroForm", b"DSS", b"Extensions", b"Perms", b"Metadata", b"Version"];
        require(same_but(was, is, &FREE), Change::Document)?;
        for key in ["AcroForm", "DSS", "Perms", "Metadata"] {
            let (before, after) = (get(was, key), get(is, key));
            let (old, value) = self.place(before, after, new).ok_or(Change::Document)?;
            match (key, &old, &value) {
                _ if before == after => {}
                ("AcroForm", _, Some(form)) => self.form(&dict(old), &dict(Some(form.clone())), new)?,
                ("DSS", _, Some(Value::Dict(_))) => {}
                // A certifying signature says what may be changed after it.
                ("Perms", None, Some(Value::Dict(perms))) if perms.keys().all(|key| key == b"DocMDP") => {}
                ("Metadata", _, Some(value)) if is_metadata(value) => {}
                _ => return Err(Change::Document),
            }
        }
        Ok(())
    }

    /// The tags' root: only the list that leads from marks to tags may stand elsewhere, with the same entries.
    fn tags(&mut self, was: &Dict, is: &Dict, new: &New) -> Result<(), Change> {
        require(same_but(was, is, &[b"ParentTree", b"RoleMap"]), Change::Document)?;
        let roles = get(is, "RoleMap").map(|roles| dict(Some(roles.clone())));
        require(get(was, "RoleMap") == get(is, "RoleMap") || roles.is_some_and(|roles| roles.is_empty()), Change::Document)?;
        let (old, value) = self.place(get(was, "ParentTree"), get(is, "ParentTree"), new).ok_or(Change::Document)?;
        require(self.numbered(old) == self.numbered(value), Change::Document)
    }

    /// A number tree's entries in their order; none where it has no end.
    fn numbered(&mut self, tree: Option<Value>) -> Option<Vec<Value>> {
        let (mut left, mut seen, mut entries) = (vec![tree?], 0, Vec::new());
        while let Some(node) = left.pop() {
            seen += 1;
            if seen > self.size {
                return None;
            }
            let node = dict(Some(node));
            for kid in get(&node, "Kids").and_then(Value::list).into_iter().flatten().rev() {
                left.push(self.resolved(Some(kid))?);
            }
            for (index, entry) in get(&node, "Nums").and_then(Value::list).into_iter().flatten().enumerate() {
                let list = self.resolved(Some(entry)).filter(|value| index % 2 == 1 && value.list().is_some());
                entries.push(list.unwrap_or_else(|| entry.clone()));
            }
        }
        Some(entries)
    }

    fn form(&mut self, was: &Dict, is: &Dict, new: &New) -> Result<(), Change> {
        require(same_but(was, is, &[b"Fields", b"SigFlags", b"DR", b"DA"]), Change::Document)?;
        let (old, value) = self.place(get(was, "Fields"), get(is, "Fields"), new).ok_or(Change::Document)?;
        self.fields(old.as_ref(), value.as_ref(), new)
    }

    /// A form's fields: those that were there, and new ones for signatures.
    fn fields(&mut self, old: Option<&Value>, value: Option<&Value>, new: &New) -> Result<(), Change> {
        for id in appended(old, value, new).ok_or(Change::Document)? {
            let field = self.dict_of(id).unwrap_or_default();
            require(is_signature(&field), Change::Document)?;
            self.filled(&Dict::new(), &field, new)?;
        }
        Ok(())
    }

    /// A page's annotations: those that were there, and new fields for signatures in the rooms for them.
    fn annotations(&mut self, page: usize, old: Option<&Value>, value: Option<&Value>, new: &New) -> Result<(), Change> {
        let catalog = self.dict_of(self.catalog).unwrap_or_default();
        let form = dict(self.resolved(get(&catalog, "AcroForm")));
        let fields = self.resolved(get(&form, "Fields"));
        for id in appended(old, value, new).ok_or(Change::Annotation(page))? {
            let field = self.dict_of(id).unwrap_or_default();
            let is_listed = fields.as_ref().and_then(Value::list).is_some_and(|fields| fields.contains(&Value::Ref(id)));
            require(is_listed && is_signature(&field), Change::Annotation(page))?;
            let height =
                self.pages.get(page - 1).copied().and_then(|id| self.dict_of(id)).and_then(|page| rect(&page, "MediaBox"));
            let rooms = self.rooms.iter().filter(|room| room.page == page);
            let mut rooms = rooms.filter_map(|room| height.map(|height| room.corners(height[3])));
            let is_in_room = rect(&field, "Rect").is_some_and(|rect| rooms.any(|room| is_inside(rect, room)));
            require(is_unseen(&field) || is_in_room && is_still(&field), Change::Covers(page))?;
        }
        Ok(())
    }

    /// A signature's field as it was (nothing where it is new) and as it is.
    fn filled(&mut self, was: &Dict, is: &Dict, new: &New) -> Result<(), Change> {
        const FILLED: [&[u8]; 9] = [b"V", b"AP", b"F", b"M", b"Rect", b"Lock", b"DA", b"MK", b"Border"];
        const NEW: [&[u8]; 10] = [b"Type", b"Subtype", b"FT", b"T", b"TU", b"Ff", b"P", b"SV", b"BS", b"NM"];
        if was.is_empty() {
            require(is.keys().all(|key| FILLED.contains(&key.as_slice()) || NEW.contains(&key.as_slice())), Change::Field)?;
        } else if was.contains_key(b"V".as_slice()) || !is.contains_key(b"V".as_slice()) {
            return require(same_but(was, is, &[b"M"]), Change::Field);
        } else {
            require(same_but(was, is, &FILLED), Change::Field)?;
            let is_inside = rect(was, "Rect").zip(rect(is, "Rect")).is_some_and(|(was, is)| is_inside(is, was));
            require(is_unseen(is) || is_inside && is_still(is), Change::Field)?;
        }
        let Some(value) = get(is, "V") else { return Ok(()) };
        let id = value.reference().filter(|id| new.ids.contains(id)).ok_or(Change::Field)?;
        let Some(Object { value: Value::Dict(seal), contents, .. }) = self.over.get(&id) else { return Err(Change::Field) };
        self.sealed.push(Sealed { dict: seal.clone(), contents: contents.clone(), end: new.end });
        Ok(())
    }
}

/// What an update brought.
struct New {
    /// The objects that were not there before it.
    ids: Vec<u32>,
    /// Those that were, as they were.
    before: BTreeMap<u32, Value>,
    end: usize,
}

const INFO: [&[u8]; 3] = [b"ModDate", b"Producer", b"Creator"];

fn require(holds: bool, change: Change) -> Result<(), Change> {
    if holds { Ok(()) } else { Err(change) }
}

fn is_signature(field: &Dict) -> bool {
    let says = |key, name: &[u8]| get(field, key).is_some_and(|value| value.is_name(name));
    says("FT", b"Sig") && says("Subtype", b"Widget")
}

fn is_metadata(value: &Value) -> bool {
    let Value::Stream(dict, _) = value else { return false };
    get(dict, "Type").is_some_and(|kind| kind.is_name(b"Metadata"))
}

/// What a list has more than before, all of it new objects; none where anything else of it changed.
fn appended(old: Option<&Value>, value: Option<&Value>, new: &New) -> Option<Vec<u32>> {
    let old = old.map_or(Some(&[] as &[Value]), Value::list)?;
    let more = value.map_or(Some(&[] as &[Value]), Value::list)?.strip_prefix(old)?;
    more.iter().map(|one| one.reference().filter(|id| new.ids.contains(id))).collect()
}

/// Left, bottom, right, top.
fn rect(dict: &Dict, key: &str) -> Option<[f64; 4]> {
    let numbers: Vec<f64> = get(dict, key)?.list()?.iter().map(Value::number).collect::<Option<_>>()?;
    let [a, b, c, d] = numbers[..] else { return None };
    Some([a.min(c), b.min(d), a.max(c), b.max(d)])
}

/// Whether a rectangle lies in another, but for a hair.
fn is_inside([left, bottom, right, top]: [f64; 4], room: [f64; 4]) -> bool {
    const HAIR: f64 = 1.0;
    left >= room[0] - HAIR && bottom >= room[1] - HAIR && right <= room[2] + HAIR && top <= room[3] + HAIR
}

/// A field's flags as a number.
fn flags(field: &Dict) -> usize {
    get(field, "F").and_then(Value::whole).unwrap_or(0)
}

/// Whether a field shows nothing: hidden, or a rectangle without area.
fn is_unseen(field: &Dict) -> bool {
    const HIDDEN: usize = 2;
    let has_no_area = rect(field, "Rect").is_some_and(|rect| rect[2] <= rect[0] || rect[3] <= rect[1]);
    flags(field) & HIDDEN != 0 || has_no_area
}

/// Whether a field keeps its size and direction whatever the page's on the screen.
fn is_still(field: &Dict) -> bool {
    const NO_ZOOM: usize = 8;
    const NO_ROTATE: usize = 16;
    flags(field) & (NO_ZOOM | NO_ROTATE) == 0
}
