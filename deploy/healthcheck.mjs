/** Exit code 0 when the process of this container answers that it can work. */
const { PORT = '4000' } = process.env;
const answer = await fetch(`http://127.0.0.1:${PORT}/health/ready`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
