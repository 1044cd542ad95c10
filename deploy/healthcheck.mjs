/** Exit code 0 when the process of this container answers that it can work. */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 4000}/health/ready`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
