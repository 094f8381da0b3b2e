#!/usr/bin/env node
import { compileShipped } from '../dist/cli/compile-edition.js'

process.exitCode = await compileShipped()
