"""Our own components: small, inline, without a build step, loaded from this folder."""
