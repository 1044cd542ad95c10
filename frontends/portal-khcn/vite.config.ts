import { thiduaModule } from '@thidua/module-kit';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [thiduaModule({ id: 'khcn' })] });
