@external("env", "inRings")
export declare function inRings(g: usize, atom: i32): i32
