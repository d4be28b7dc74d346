use pathloom_service::{read, samples};
use pathloom_simulation::theory::traffic::flows;
#[test]
fn t() {
    let mut big = read(samples::EVERYTHING).unwrap();
    for o in &big.options.clone() {
        let s = big.scenario(o).unwrap();
        let t = std::time::Instant::now();
        let f = flows(&s);
        println!("{} {:?} {}", o.id, t.elapsed(), match f { Ok(f) => serde_json::to_string_pretty(&f).unwrap(), Err(e) => e.to_string() });
    }
    // 300 steps
    let mut small = read(samples::SMALL).unwrap();
    let d = &mut small.designs[0];
    let (r, c, o) = (d.steps[0].clone(), d.steps[1].clone(), d.steps[2].clone());
    let l = d.links[0].clone();
    d.steps = vec![r.clone()];
    d.links.clear();
    for i in 0..300 {
        let mut s = c.clone(); s.id = format!("s{i}"); d.steps.push(s);
        let mut k = l.clone(); k.id = format!("l{i}"); k.from = if i == 0 { r.id.clone() } else { format!("s{}", i-1) }; k.to = format!("s{i}");
        d.links.push(k);
    }
    let mut k = l.clone(); k.id = "end".into(); k.from = "s299".into(); k.to = o.id.clone(); d.links.push(k);
    let mut o = o;
    if let pathloom_service::Work::Outcome(w) = &mut o.work { w.returns = Some(serde_json::from_str(r#"{"percent": 20, "afterWeeks": {"kind":"fixed","value":3}, "to": "referrals"}"#).unwrap()); }
    d.steps.push(o);
    for g in 1..5 { let mut x = small.groups[0].clone(); x.id = format!("g{g}"); small.groups.push(x); }
    if let pathloom_service::Work::Referrals(w) = &mut small.designs[0].steps[0].work { for g in &small.groups { w.case_mix.insert(g.id.clone(), 20.0.into()); } }
    let s = small.scenario(&small.options[0]).unwrap();
    for _ in 0..5 {
        let t = std::time::Instant::now();
        let f = flows(&s);
        println!("300 steps {:?} {}", t.elapsed(), f.is_ok());
    }
}
