export * from './dates';
export * from './likelihood';
export * from './numbers';
export * from './quantities';
