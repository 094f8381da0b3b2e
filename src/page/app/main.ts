import '../judge/node-globals.js'
import { pageFactsHere } from './blocks.js'
import { App } from './app.js'

document.documentElement.dataset.ready = 'no'
new App(pageFactsHere()).start()
