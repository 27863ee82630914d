//! What the reference counts while it parses.

/// The C levels that a single pass of the reference's compiler may nest. It stops when the count reaches 200, and a script
/// starts at 1.
pub const MAX_LEVELS: u16 = 198;

/// What the reference's compiler needs to parse a construct, beyond what it has in use where the construct begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cost {
    /// The levels of nesting: exact.
    levels: u16,
    /// The registers: an upper bound.
    registers: u16,
}

impl Cost {
    /// Nothing.
    pub const NONE: Self = Self { levels: 0, registers: 0 };
    /// A constant, a variable, a closure.
    pub const ATOM: Self = Self { levels: 0, registers: 1 };

    /// Whether the reference refuses it with "C stack overflow", wherever it stands.
    pub fn is_too_deep(self) -> bool {
        self.levels > MAX_LEVELS
    }

    /// An upper bound of the registers.
    pub fn registers(self) -> u16 {
        self.registers
    }

    /// The cost of either.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self { levels: self.levels.max(other.levels), registers: self.registers.max(other.registers) }
    }

    /// The cost where the reference has entered one more level.
    #[must_use]
    pub fn entered(self) -> Self {
        self.deeper(1)
    }

    /// The cost where the reference has entered some more levels.
    #[must_use]
    pub fn deeper(self, levels: u16) -> Self {
        Self { levels: self.levels.saturating_add(levels), ..self }
    }

    /// The cost where some registers are in use.
    #[must_use]
    pub fn above(self, registers: u16) -> Self {
        Self { registers: self.registers.saturating_add(registers), ..self }
    }

    /// The levels of a function's body, whose registers are its own.
    #[must_use]
    pub fn closure(self) -> Self {
        Self { registers: 1, ..self }
    }

    /// The cost of expressions evaluated into one register after the other, each a level deeper.
    pub fn list(items: &[Self]) -> Self {
        let (cost, _) = items
            .iter()
            .fold((Self::NONE, 0_u16), |(cost, used), item| (cost.max(item.entered().above(used)), used.saturating_add(1)));
        cost
    }
}
