"""Values: numbers with what they measure, money, shares, rates, dates and times of the day."""
