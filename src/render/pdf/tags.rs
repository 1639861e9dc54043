//! The structure tree in the file: elements, their marked contents, and the
//! parent tree that leads back from content to element (ISO 32000-1, 14.7).

use super::fields::Field;
use super::layout::Layout;
use super::structure::{Node, NodeId, Role};
use lopdf::{Dictionary, Object, ObjectId, dictionary, text_string};

/// What an element holds: its content on pages and its children.
#[derive(Clone, Default)]
struct Kids {
    /// (page, MCID)
    marked: Vec<(usize, usize)>,
    children: Vec<NodeId>,
    /// A form field's widget and its page.
    field: Option<(ObjectId, ObjectId)>,
}

impl Kids {
    fn is_empty(&self) -> bool {
        self.marked.is_empty() && self.children.is_empty() && self.field.is_none()
    }
}

/// Adds the tree; elements without content anywhere below them are left out.
pub fn add(
    file: &mut lopdf::Document,
    layout: &Layout,
    pages: &[ObjectId],
    marked: &[Vec<NodeId>],
    fields: &[Field],
) -> ObjectId {
    let nodes = &layout.tree.nodes;
    let mut kids = vec![Kids::default(); nodes.len()];
    for (page, contents) in marked.iter().enumerate() {
        for (mcid, &node) in contents.iter().enumerate() {
            kids[node].marked.push((page, mcid));
        }
    }
    for field in fields {
        kids[field.node].field = pages.get(field.page).map(|&page| (field.widget, page));
    }
    // Children stand after their parents, so that going backwards a node's fate is known before its parent's.
    for node in (1..nodes.len()).rev() {
        // An empty cell still holds its place in the row.
        let cell = matches!(nodes[node].role, Role::HeaderCell | Role::DataCell);
        if let (Some(parent), true) = (nodes[node].parent, cell || !kids[node].is_empty()) {
            kids[parent].children.push(node);
        }
    }
    for kids in &mut kids {
        kids.children.reverse();
    }

    let root = file.new_object_id();
    let ids: Vec<ObjectId> = nodes.iter().map(|_| file.new_object_id()).collect();
    let mut stack = vec![0];
    while let Some(node) = stack.pop() {
        let parent = nodes[node].parent.map_or(root, |parent| ids[parent]);
        let mut entry = element(node, &nodes[node], parent, &kids[node], &ids, pages);
        if let (Role::Figure, Some(place)) = (nodes[node].role, place(layout, node)) {
            entry.set("A", place);
        }
        file.set_object(ids[node], entry);
        stack.extend(&kids[node].children);
    }

    let mut numbers = Vec::new();
    for (page, contents) in marked.iter().enumerate() {
        let owners: Vec<Object> = contents.iter().map(|&node| ids[node].into()).collect();
        numbers.push(Object::Integer(page as i64));
        numbers.push(file.add_object(owners).into());
    }
    for field in fields {
        numbers.push(Object::Integer(field.key));
        numbers.push(ids[field.node].into());
    }
    let parents = file.add_object(dictionary! { "Nums" => numbers });
    let mut names: Vec<Object> = Vec::new();
    for (node, &id) in ids.iter().enumerate().filter(|(node, _)| nodes[*node].role == Role::HeaderCell) {
        names.extend([Object::string_literal(cell_id(node)), id.into()]);
    }
    let mut entry = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![ids[0].into()],
        "ParentTree" => parents,
        "ParentTreeNextKey" => (marked.len() + fields.len()) as i64,
    };
    if !names.is_empty() {
        // Required where elements have identifiers (ISO 32000-1, table 322).
        let tree = file.add_object(dictionary! { "Names" => names });
        entry.set("IDTree", tree);
    }
    file.set_object(root, entry);
    root
}

/// Where a figure stands on its page (ISO 32000-1, 14.8.5.4.3).
fn place(layout: &Layout, node: NodeId) -> Option<Dictionary> {
    let item = layout.pages.iter().flat_map(|page| &page.items).find(|item| item.node == Some(node))?;
    let bottom = layout.height - item.y - item.height;
    let corners = [item.x, bottom, item.x + item.width, bottom + item.height];
    let corners = corners.map(|corner| Object::Real((corner * 100.0).round() / 100.0));
    Some(dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => corners.to_vec() })
}

/// A heading cell's identifier; they sort as their numbers do, as a name tree must.
fn cell_id(node: NodeId) -> String {
    format!("sel-{node:08}")
}

fn element(index: NodeId, node: &Node, parent: ObjectId, kids: &Kids, ids: &[ObjectId], pages: &[ObjectId]) -> Dictionary {
    let mut element = dictionary! { "Type" => "StructElem", "S" => node.role.tag(), "P" => parent };
    let first = kids.marked.first().and_then(|&(page, _)| pages.get(page).map(|&id| (page, id)));
    if let Some((_, id)) = first {
        element.set("Pg", id);
    }
    let mut content: Vec<Object> = Vec::new();
    for &(page, mcid) in &kids.marked {
        match (first, pages.get(page)) {
            (Some((own, _)), _) if own == page => content.push(Object::Integer(mcid as i64)),
            (_, Some(&id)) => content.push(dictionary! { "Type" => "MCR", "Pg" => id, "MCID" => mcid as i64 }.into()),
            _ => {}
        }
    }
    content.extend(kids.children.iter().map(|&child| Object::from(ids[child])));
    if let Some((widget, page)) = kids.field {
        content.push(dictionary! { "Type" => "OBJR", "Obj" => widget, "Pg" => page }.into());
    }
    element.set("K", content);
    if node.role == Role::HeaderCell {
        element.set("ID", Object::string_literal(cell_id(index)));
    }
    if let Some(alternative) = &node.alternative {
        element.set("Alt", text_string(alternative));
    }
    if let Some(attributes) = attributes(node) {
        element.set("A", attributes);
    }
    element
}

/// What a table, a cell or a list says of itself (ISO 32000-1, 14.8.5).
fn attributes(node: &Node) -> Option<Dictionary> {
    match node.role {
        Role::HeaderCell | Role::DataCell => {
            let mut table = dictionary! { "O" => "Table" };
            if node.span.0 > 1 {
                table.set("ColSpan", node.span.0 as i64);
            }
            if node.span.1 > 1 {
                table.set("RowSpan", node.span.1 as i64);
            }
            if node.role == Role::HeaderCell {
                table.set("Scope", if node.heads_row { "Row" } else { "Column" });
            }
            if !node.headers.is_empty() {
                let headers = node.headers.iter().map(|&header| Object::string_literal(cell_id(header)));
                table.set("Headers", headers.collect::<Vec<_>>());
            }
            (table.len() > 1).then_some(table)
        }
        Role::Table => node.summary.as_ref().map(|summary| dictionary! { "O" => "Table", "Summary" => text_string(summary) }),
        Role::List => Some(dictionary! { "O" => "List", "ListNumbering" => "None" }),
        _ => None,
    }
}
