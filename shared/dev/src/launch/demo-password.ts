/** Password of the demo accounts unless `DEMO_PASSWORD` sets another: a convenience of a machine's own loopback. */
export const DEMO_PASSWORD = 'thi-dua-2025';
