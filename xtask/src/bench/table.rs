//! Prints the results: times in milliseconds, and how many times as fast as `lua5.4` we are.

use super::Row;

/// One program on one line, while the measuring goes on.
pub fn line(row: &Row) -> String {
    let cells: Vec<String> = row
        .results
        .iter()
        .map(|result| match result {
            Ok(times) => format!("{:9.1}", times.best * 1000.0),
            Err(_) => "    fails".to_owned(),
        })
        .collect();
    format!("{:<18}{}", row.program, cells.join(" "))
}

/// Prints the table and the geometric means; false when a compiled program failed or gave another checksum.
pub fn print(contenders: &[&str], rows: &[Row]) -> bool {
    println!(
        "\nmilliseconds: best and median of the last five iterations, and the first (cold); ratios are to {}\n",
        contenders.get(1).unwrap_or(&"nothing")
    );
    print!("| program |");
    for name in contenders {
        print!(" {name} best | median | cold |");
    }
    for name in contenders.iter().skip(1) {
        print!(" {name} / flua |");
    }
    println!(" cold ratio | checksum |");
    println!("|{}", " --- |".repeat(3 + contenders.len() * 4 - 1));
    let mut is_right = true;
    let mut steady = vec![Vec::new(); contenders.len()];
    let mut cold = Vec::new();
    for row in rows {
        print!("| {} |", row.program);
        for result in &row.results {
            match result {
                Ok(times) => print!(" {:.1} | {:.1} | {:.1} |", times.best * 1000.0, times.median * 1000.0, times.cold * 1000.0),
                Err(_) => print!(" fails | | |"),
            }
        }
        let ours = row.results[0].as_ref().ok();
        for (index, result) in row.results.iter().enumerate().skip(1) {
            match (ours, result) {
                (Some(ours), Ok(theirs)) => {
                    let ratio = theirs.best / ours.best.max(1e-6);
                    steady[index].push(ratio);
                    print!(" {ratio:.2} |");
                }
                _ => print!(" – |"),
            }
        }
        match (ours, row.results.get(1)) {
            (Some(ours), Some(Ok(theirs))) => {
                let ratio = theirs.cold / ours.cold.max(1e-6);
                cold.push(ratio);
                print!(" {ratio:.2} |");
            }
            _ => print!(" – |"),
        }
        let verdict = checksum(row);
        is_right &= verdict == "equal";
        println!(" {verdict} |");
    }
    println!();
    for (index, name) in contenders.iter().enumerate().skip(1) {
        println!("geometric mean, {name} / flua, {} programs: {:.2}", steady[index].len(), geometric_mean(&steady[index]));
    }
    println!("geometric mean of the first iteration, cold: {:.2}", geometric_mean(&cold));
    for row in rows {
        if let Err(message) = &row.results[0] {
            println!("{}: {message}", row.program);
        }
    }
    is_right
}

/// Whether our checksum is that of the others.
fn checksum(row: &Row) -> String {
    match &row.results[0] {
        Err(_) => "fails".to_owned(),
        Ok(ours) if ours.checksum == "changes" => "changes".to_owned(),
        Ok(ours) => match row.results.iter().skip(1).flatten().find(|theirs| theirs.checksum != ours.checksum) {
            Some(theirs) => format!("{} and not {}", ours.checksum, theirs.checksum),
            None => "equal".to_owned(),
        },
    }
}

fn geometric_mean(ratios: &[f64]) -> f64 {
    let count = u32::try_from(ratios.len().max(1)).map_or(1.0, f64::from);
    (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / count).exp()
}
