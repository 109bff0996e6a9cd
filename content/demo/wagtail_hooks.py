"""What the demonstration pages answer when the whole site asks."""

from wagtail import hooks

from content.demo.actions import demo_parts

hooks.register("demo", demo_parts)
