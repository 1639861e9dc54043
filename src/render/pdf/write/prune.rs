//! Leaves out of a file what nothing in it refers to, and numbers the rest.

use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// Removes the objects that the trailer does not lead to, and numbers those that
/// stay from 1 in their order. (lopdf's own ways search a list for every
/// reference: most of a long report's time.)
pub fn prune(file: &mut Document) {
    let mut reached: BTreeSet<ObjectId> = BTreeSet::new();
    let mut ahead: Vec<ObjectId> = Vec::new();
    of_dictionary(&file.trailer, &mut ahead);
    while let Some(id) = ahead.pop() {
        if reached.insert(id)
            && let Some(object) = file.objects.get(&id)
        {
            references(object, &mut ahead);
        }
    }
    let numbers: BTreeMap<ObjectId, ObjectId> =
        reached.iter().filter(|id| file.objects.contains_key(id)).zip(1..).map(|(id, number)| (*id, (number, id.1))).collect();
    let old = std::mem::take(&mut file.objects);
    for (id, mut object) in old {
        if let Some(number) = numbers.get(&id) {
            renumber(&mut object, &numbers);
            file.objects.insert(*number, object);
        }
    }
    renumber_in(&mut file.trailer, &numbers);
    file.max_id = numbers.len() as u32;
}

fn renumber(object: &mut Object, numbers: &BTreeMap<ObjectId, ObjectId>) {
    match object {
        Object::Array(items) => items.iter_mut().for_each(|item| renumber(item, numbers)),
        Object::Dictionary(dictionary) => renumber_in(dictionary, numbers),
        Object::Stream(stream) => renumber_in(&mut stream.dict, numbers),
        Object::Reference(id) => *id = numbers.get(id).copied().unwrap_or(*id),
        _ => {}
    }
}

fn renumber_in(dictionary: &mut Dictionary, numbers: &BTreeMap<ObjectId, ObjectId>) {
    dictionary.iter_mut().for_each(|(_, value)| renumber(value, numbers));
}

fn references(object: &Object, ahead: &mut Vec<ObjectId>) {
    match object {
        Object::Array(items) => items.iter().for_each(|item| references(item, ahead)),
        Object::Dictionary(dictionary) => of_dictionary(dictionary, ahead),
        Object::Stream(stream) => of_dictionary(&stream.dict, ahead),
        Object::Reference(id) => ahead.push(*id),
        _ => {}
    }
}

fn of_dictionary(dictionary: &Dictionary, ahead: &mut Vec<ObjectId>) {
    dictionary.iter().for_each(|(_, value)| references(value, ahead));
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    #[test]
    fn what_the_trailer_leads_to_stays() {
        let mut file = Document::new();
        file.add_object(0);
        let leaf = file.add_object(1);
        let ring = file.new_object_id();
        file.objects.insert(ring, dictionary! { "Own" => ring, "Kids" => vec![Object::from(leaf)] }.into());
        file.add_object(dictionary! { "To" => leaf });
        file.trailer.set("Root", ring);
        prune(&mut file);
        let kept: Vec<ObjectId> = file.objects.keys().copied().collect();
        assert_eq!((kept, file.max_id), (vec![(1, 0), (2, 0)], 2));
        let root = file.trailer.get(b"Root").unwrap().as_reference().unwrap();
        let ring = file.get_dictionary(root).unwrap();
        assert_eq!(ring.get(b"Own").unwrap().as_reference().unwrap(), root);
        let leaf = ring.get(b"Kids").unwrap().as_array().unwrap()[0].as_reference().unwrap();
        assert_eq!(file.get_object(leaf).unwrap().as_i64().unwrap(), 1);
    }
}
