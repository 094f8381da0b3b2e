/**
 * Functions of the kernel whose answers a row of `references.test.ts` covers, by that row; or what they are for, where
 * they answer nothing about a molecule.
 */
export const kernelHelpers: Readonly<Record<string, string>> = {
  readSmiles:
    'read bracketAtom bracketHydrogens bracketLength finish fillHydrogens writeHydrogens ' +
    'joinsSurely mayJoinCharges mayLoseRingProton mayReturnProton nextCharged',
  perceive:
    'findAtoms findBonds findAromatic findSureRings decideRings electronsGiven aromaticBonds furtherBonds sumBonds ' +
    'canBeKekulized needsDouble findRings findRingSizes smallestRingThrough isAtDistance',
  smallestRings: 'inRings ringAt',
  readSkeleton: 'readSkeletonOf',
  countsRequired: 'countsOf describe',
  allMatches:
    'hasMatch hasMatchFrom surelyHas recursiveMatches answerRecursiveBy bondBetween testBond bondHasOrder ' +
    'mayBeAromatic uncertain findKinds maskOfKind answerOf bondAnswerOf maskOf',
  relationOf: 'compositionOf hydrogensOf chargeOf mayBe reaches leavesAmine',
  nextMet:
    'couldFit couldFitCleaved nextAlive sift fits fitsBranch endOf endBondOf outsideOf branchAt takeBranch keep ' +
    'takeRingSubstituent matchesInside hasWithEnds',
  'test/engine/mol-block.test.ts: the graph is that of RDKit':
    'readBlock drawnV2000 drawnV3000 beginAtoms addBlockAtom placeOf clearCharges addBlockBond areAromaticInRings ' +
    'writeBlockHydrogens beginText nextLine lineWidth charAt has isLine isEmpty numberIn isCoordinate isPlain ' +
    'beginWords isEnd takes takeNumber takeDecimal takeSymbol',
  'test/screen/environments.test.ts: what is found on environments is found without them':
    'findEnvironments hasRows mayBeCentre',
  'bytes, words and lists in memory':
    'byteAt setByte shortAt setShort wordAt setWord eightAt setEight nonZero firstByte fillBytes lengthOf entryOf isIn ' +
    'include joinRows',
  'places in memory': 'weightsAt compositionWeightsAt',
}
