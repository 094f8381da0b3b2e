import { every } from '../support/share.js'
import { sureAnswersAreThoseOfTheFullPath } from './sure-answers.js'

sureAnswersAreThoseOfTheFullPath(every)
