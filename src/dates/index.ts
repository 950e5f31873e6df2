/** Dates as news means them: usable alone, without the parser. */
export { type FindOptions, findDates } from './find-dates.ts';
export { dateProblems } from './problem-codes.ts';
export { datesOf } from './stage.ts';
export { type Timex, timex3Of } from './timex3.ts';
