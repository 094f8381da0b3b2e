export { Screen, type Referral } from './screen.js'
