import { create } from 'zustand';

/** Whether charts begin as tables: for those who read numbers sooner than drawings. Each chart can be turned by itself. */
export const useTablesShown = create<{ areShown: boolean }>(() => ({ areShown: false }));
