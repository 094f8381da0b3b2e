#!/usr/bin/env node
import { compileShipped } from '../dist/cli/law-files/compile-edition.js'

process.exitCode = await compileShipped()
