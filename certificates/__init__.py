"""What people can show for what they learnt."""
