/** `npm run bench` measures the product; `npm run bench -- gateway` the gateway beside its peers, `-- cache` what kept answers save. */
const [what = 'product', ...rest] = process.argv.slice(2);

switch (what) {
  case 'gateway': {
    const { benchGateway } = await import('./gateway/main.js');
    await benchGateway(rest);
    break;
  }
  case 'cache': {
    const { benchCache } = await import('./cache/main.js');
    await benchCache(rest);
    break;
  }
  case 'product': {
    const { benchProduct } = await import('./product/main.js');
    await benchProduct();
    break;
  }
  default:
    process.stderr.write(`Không có phép đo “${what}” / There is no such measurement: use product, gateway or cache.\n`);
    process.exitCode = 1;
}
