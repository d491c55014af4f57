"""Makes Hongbi's small vision models: synthesises pages, trains, evaluates, calibrates and exports them."""
