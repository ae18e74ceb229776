//! Numbers: exact intervals, classes and multiples.

use num_bigint::BigInt;

use super::super::answer::Reason;
use super::super::arena::{Classes, Node, NumberSpec, ShapeId};
use super::super::build::meet_numbers;
use super::tree::Tree;
use super::{Outcome, Run};

use crate::json::{Class, Number};

/// How many multiples in a row are tried before a residue class is asked.
const TRIES: u32 = 1_000;

/// A part of the number line between neighbouring bounds.
#[derive(Clone, Debug)]
struct Segment {
    min: Option<(Number, bool)>,
    max: Option<(Number, bool)>,
}

/// What a search for a number came to.
enum Found {
    Yes(Number),
    No,
    /// The numbers are too long to be computed with.
    TooLong,
}

impl Run<'_> {
    /// A number in all of the `inside` leaves and none of the `outside` ones.
    pub(super) fn numbers(&mut self, inside: &[ShapeId], outside: &[ShapeId]) -> Outcome {
        let spec = |run: &Self, id: &ShapeId| match run.arena.node(*id) {
            Node::Number(spec) => Some(spec.clone()),
            _ => None,
        };
        let whole: NumberSpec =
            inside.iter().filter_map(|id| spec(self, id)).fold(Classes::ALL.into(), meet_numbers);
        let holes: Vec<NumberSpec> = outside.iter().filter_map(|id| spec(self, id)).collect();
        let mut doubt = false;
        for class in [Class::Integer, Class::Fraction, Class::WholeFloat] {
            if !whole.classes.holds(class) {
                continue;
            }
            let holes: Vec<&NumberSpec> =
                holes.iter().filter(|hole| hole.classes.holds(class)).collect();
            for segment in segments(&whole, &holes) {
                if !self.spend(1 + holes.len() as u64 / 16) {
                    return Outcome::Empty;
                }
                match search(&segment, class, &whole, &holes) {
                    Found::Yes(number) => return Outcome::Inhabited(Tree::number(number)),
                    Found::No => {}
                    Found::TooLong => doubt = true,
                }
            }
        }
        if doubt { Outcome::unknown(Reason::Digits) } else { Outcome::Empty }
    }
}

/// The interval cut at every bound of the holes, the parts nearest to zero first.
fn segments(whole: &NumberSpec, holes: &[&NumberSpec]) -> Vec<Segment> {
    let inside = |number: &Number| {
        let above =
            whole.min.as_ref().is_none_or(|(min, open)| number > min || (number == min && !open));
        let below =
            whole.max.as_ref().is_none_or(|(max, open)| number < max || (number == max && !open));
        above && below
    };
    let mut cuts: Vec<&Number> = holes
        .iter()
        .flat_map(|hole| hole.min.iter().chain(&hole.max))
        .map(|(number, _)| number)
        .filter(|number| inside(number))
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut segments = Vec::new();
    let mut min = whole.min.clone();
    for cut in cuts {
        let point = Some((cut.clone(), false));
        // A closed lower bound at the cut would leave an empty part.
        if min.as_ref().is_none_or(|(min, _)| min < cut) {
            segments.push(Segment { min, max: Some((cut.clone(), true)) });
        }
        segments.push(Segment { min: point.clone(), max: point });
        min = Some((cut.clone(), true));
    }
    let crossed = match (&min, &whole.max) {
        (Some((min, above)), Some((max, below))) => min > max || (min == max && (*above || *below)),
        _ => false,
    };
    if !crossed {
        segments.push(Segment { min, max: whole.max.clone() });
    }
    let zero = Number::from(0);
    let (negative, mut ordered): (Vec<Segment>, Vec<Segment>) =
        segments.into_iter().partition(|it| it.max.as_ref().is_some_and(|(max, _)| *max < zero));
    ordered.extend(negative.into_iter().rev());
    ordered
}

/// Whether the hole's interval covers the segment, which lies between its bounds or beside them.
fn covers(hole: &NumberSpec, segment: &Segment) -> bool {
    let above = match (&hole.min, &segment.min) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some((bound, open)), Some((min, excluded))) => {
            min > bound || (min == bound && (!open || *excluded))
        }
    };
    let below = match (&hole.max, &segment.max) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some((bound, open)), Some((max, excluded))) => {
            max < bound || (max == bound && (!open || *excluded))
        }
    };
    above && below
}

/// A number of the class in the segment that is a multiple of all that the whole demands, and for
/// every hole around the segment not a multiple of something that the hole demands.
fn search(segment: &Segment, class: Class, whole: &NumberSpec, holes: &[&NumberSpec]) -> Found {
    let around: Vec<&NumberSpec> =
        holes.iter().copied().filter(|hole| covers(hole, segment)).collect();
    if around.iter().any(|hole| hole.multiple_of.is_empty()) {
        return Found::No;
    }
    // All numbers that matter as integers, in units of a power of ten. Two more decimals leave
    // room for numbers that are a multiple of none.
    let numbers = || {
        let steps = around.iter().flat_map(|hole| &hole.multiple_of).chain(&whole.multiple_of);
        let bounds = segment.min.iter().chain(&segment.max).map(|(bound, _)| bound);
        steps.chain(bounds)
    };
    let finest = numbers().map(Number::exponent).min().unwrap_or(0).min(0);
    let grid = if class == Class::Fraction { finest - 2 } else { finest };
    let scale = |number: &Number| number.scaled(grid);
    let Some(one) = scale(&Number::from(1)) else { return Found::TooLong };
    let mut step = if class == Class::Fraction { BigInt::from(1) } else { one.clone() };
    for multiple in &whole.multiple_of {
        match scale(multiple) {
            Some(multiple) => step = lcm(&step, &multiple),
            None => return Found::TooLong,
        }
    }
    // Every member of a list: the number avoids being a multiple of all of one hole's steps,
    // that is, of their least common multiple.
    let mut avoid: Vec<BigInt> = Vec::new();
    if class == Class::Fraction {
        avoid.push(one.clone());
    }
    for hole in &around {
        let mut common = BigInt::from(1);
        for multiple in &hole.multiple_of {
            match scale(multiple) {
                Some(multiple) => common = lcm(&common, &multiple),
                None => return Found::TooLong,
            }
        }
        avoid.push(common);
    }
    // In units of the step: t such that no a divides t.
    let avoid: Vec<BigInt> = avoid.iter().map(|a| lcm(a, &step) / &step).collect();
    if avoid.iter().any(|a| *a == BigInt::from(1)) {
        return Found::No;
    }
    // A bound too far out to be written is no bound, but then nothing is exhausted.
    let mut loose = false;
    let mut bound = |bound: &Option<(Number, bool)>, lower: bool| -> Result<Option<BigInt>, ()> {
        let Some((number, excluded)) = bound else { return Ok(None) };
        let Some(scaled) = scale(number) else {
            loose = true;
            let outward = (*number < Number::from(0)) == lower;
            return if outward { Ok(None) } else { Err(()) };
        };
        let floor = div_floor(&scaled, &step);
        let exact = &floor * &step == scaled;
        Ok(Some(match (lower, exact) {
            (true, true) if !excluded => floor,
            (true, _) => floor + 1,
            (false, true) if *excluded => floor - 1,
            (false, _) => floor,
        }))
    };
    let (Ok(low), Ok(high)) = (bound(&segment.min, true), bound(&segment.max, false)) else {
        return far(segment, class, whole, &around);
    };
    if let (Some(low), Some(high)) = (&low, &high)
        && low > high
    {
        return if loose { Found::TooLong } else { Found::No };
    }
    let written = |t: &BigInt| {
        Number::from_scaled(&(t * &step), grid, class).map_or(Found::TooLong, Found::Yes)
    };
    // From the number nearest to zero outwards.
    let zero = BigInt::ZERO;
    let one = BigInt::from(1);
    let (start, direction) = match (&low, &high) {
        (Some(low), _) if *low > zero => (low.clone(), one.clone()),
        (_, Some(high)) if *high < zero => (high.clone(), -&one),
        (_, Some(high)) if *high == zero => (zero.clone(), -&one),
        _ => (zero.clone(), one.clone()),
    };
    let fits = |t: &BigInt| {
        low.as_ref().is_none_or(|low| t >= low) && high.as_ref().is_none_or(|high| t <= high)
    };
    // Fractions look nicer with few digits: whole, half and tenth units are tried first.
    if class == Class::Fraction {
        let mut unit = Number::from(1).scaled(grid).unwrap_or_else(|| one.clone());
        let ten = BigInt::from(10);
        while unit > one {
            unit = &unit / &ten;
            for factor in [5, 1, 2, 3, 4, 6, 7, 8, 9, -5, -1] {
                let anchor = div_floor(&(&start * &step), &unit) * &unit;
                let value = anchor + BigInt::from(factor) * &unit;
                let t = &value / &step;
                if &t * &step == value && fits(&t) && avoid.iter().all(|a| &t % a != zero) {
                    return written(&t);
                }
            }
        }
    }
    let mut t = start.clone();
    for _ in 0..TRIES {
        if !fits(&t) {
            break;
        }
        if avoid.iter().all(|a| &t % a != zero) {
            return written(&t);
        }
        t += &direction;
    }
    // Below zero too, where the segment reaches there.
    let mut t = &start - &direction;
    for _ in 0..TRIES {
        if !fits(&t) {
            break;
        }
        if avoid.iter().all(|a| &t % a != zero) {
            return written(&t);
        }
        t -= &direction;
    }
    // The residue 1 modulo all of them is a multiple of none.
    let modulus = avoid.iter().fold(one.clone(), |all, a| lcm(&all, a));
    let first: BigInt = div_floor(&(&start - 1), &modulus) * &modulus + 1;
    for t in [first.clone(), &first + &modulus, &first - &modulus] {
        if fits(&t) {
            return written(&t);
        }
    }
    let span = match (&low, &high) {
        (Some(low), Some(high)) => Some(high - low),
        _ => None,
    };
    match span {
        Some(span) if span < BigInt::from(TRIES) && !loose => Found::No,
        _ => Found::TooLong,
    }
}

/// A segment whose bounds are too far from the grid to be scaled, such as 1e999999999.
fn far(segment: &Segment, class: Class, whole: &NumberSpec, around: &[&NumberSpec]) -> Found {
    let point = match (&segment.min, &segment.max) {
        (Some((min, _)), Some((max, _))) if min == max => min,
        _ => return Found::TooLong,
    };
    let is_multiple = |spec: &NumberSpec| {
        let verdicts: Option<Vec<bool>> =
            spec.multiple_of.iter().map(|of| point.is_multiple_of(of)).collect();
        verdicts.map(|all| all.into_iter().all(|it| it))
    };
    let wrong_class = point.is_whole() == (class == Class::Fraction);
    if wrong_class
        || is_multiple(whole) == Some(false)
        || around.iter().any(|hole| is_multiple(hole) == Some(true))
    {
        return Found::No;
    }
    Found::TooLong
}

fn gcd(a: &BigInt, b: &BigInt) -> BigInt {
    let (mut a, mut b) = (a.clone(), b.clone());
    while b != BigInt::ZERO {
        (a, b) = (b.clone(), a % b);
    }
    BigInt::from(a.magnitude().clone())
}

fn lcm(a: &BigInt, b: &BigInt) -> BigInt {
    let product = a * b;
    BigInt::from((product / gcd(a, b)).magnitude().clone())
}

/// Division by a positive number, rounded down.
fn div_floor(a: &BigInt, b: &BigInt) -> BigInt {
    let quotient = a / b;
    if &quotient * b > *a { quotient - 1 } else { quotient }
}
