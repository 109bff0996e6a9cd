"""Settings by subject: `base` joins the parts; `development`, `test` and `production` are the three ways to run."""
