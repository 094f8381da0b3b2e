#!/usr/bin/env node
import { readyFor } from '../dist/cli/few-structures.js'
import { main } from '../dist/cli/main.js'

const args = process.argv.slice(2)
readyFor(args[0])
process.exitCode = await main(args)
