@external("env", "findSurroundings")
export declare function findSurroundings(g: usize): void
