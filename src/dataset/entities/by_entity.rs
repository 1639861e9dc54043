//! Which row of a table is an entity's, by the entity's number: four bytes for each number up to the largest.

/// The rows by their entities' numbers, which are counted from 1.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ByEntity {
    /// For each number the row's place, counted from 1; 0 where the table has no row of the entity.
    rows: Vec<u32>,
    len: usize,
}

impl ByEntity {
    /// The row of an entity; none for 0, which is no entity.
    pub fn get(&self, entity: u32) -> Option<usize> {
        (*self.rows.get(entity as usize)? as usize).checked_sub(1)
    }

    pub fn contains(&self, entity: u32) -> bool {
        self.get(entity).is_some()
    }

    /// How many entities have a row.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Entities and their rows, by the entities' numbers.
    pub fn iter(&self) -> impl Iterator<Item = (u32, usize)> {
        let rows = (0u32..).zip(&self.rows);
        rows.filter_map(|(entity, row)| Some((entity, (*row as usize).checked_sub(1)?)))
    }

    /// Gives an entity its row; says whether it had none before, else it keeps that. 0 is no entity.
    pub fn put(&mut self, entity: u32, row: usize) -> bool {
        // A sheet has some million rows at most.
        let place = u32::try_from(row + 1).unwrap_or(u32::MAX);
        let at = entity as usize;
        if entity == 0 || self.contains(entity) {
            return false;
        }
        if self.rows.len() <= at {
            self.rows.resize(at + 1, 0);
        }
        self.rows[at] = place;
        self.len += 1;
        true
    }
}

impl FromIterator<(u32, usize)> for ByEntity {
    fn from_iter<T: IntoIterator<Item = (u32, usize)>>(rows: T) -> Self {
        let mut own = Self::default();
        for (entity, row) in rows {
            own.put(entity, row);
        }
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_keeps_its_first_row_and_none_is_nobody() {
        let mut rows: ByEntity = [(7, 0), (2, 4), (0, 5)].into_iter().collect();
        assert!(!rows.put(7, 9) && rows.put(1, 2));
        assert_eq!(rows.iter().collect::<Vec<_>>(), [(1, 2), (2, 4), (7, 0)]);
        assert_eq!([rows.get(7), rows.get(0), rows.get(3), rows.get(99)], [Some(0), None, None, None]);
        assert!(rows.len() == 3 && !rows.is_empty() && rows.contains(2) && !rows.contains(3));
    }
}
