import { share } from '../support/share.js'
import { inputs, mergedAre, shardRuns } from './shards.js'

const few = { 'a SMILES file': [3], 'three files, one of them empty': [4], 'a table': [3] }
const every = Object.fromEntries(Object.keys(inputs).map((title) => [title, [1, 3, 4]]))

mergedAre(share<Record<string, number[]>>({ quick: few, long: every, all: every }), shardRuns())
