import { share } from '../support/share.js'
import { sureAnswersAreThoseOfTheFullPath } from './sure-answers.js'

sureAnswersAreThoseOfTheFullPath(share({ quick: 64, long: 8, all: 1 }))
