import '../judge/node-globals.js'
import { pageFactsHere } from './law-view.js'
import { App } from './page-app.js'

document.documentElement.dataset.ready = 'no'
new App(pageFactsHere()).start()
